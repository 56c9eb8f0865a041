package app.quen.web.credential;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Permissions;
import app.quen.access.Standing;
import app.quen.access.Standings;
import app.quen.team.PreviewSight;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantState;
import app.quen.tenant.Tenants;
import app.quen.web.Page;
import app.quen.web.problem.ProblemResponse;
import app.quen.web.request.Exchange;
import app.quen.whence.Whence;
import app.quen.whence.Whereabouts;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.MDC;

/**
 * From the credential into the tenant, as who is acting, for the length of the request. A servlet
 * filter, so that both are left again whatever happens. It refuses nobody itself but where the
 * tenant does: {@link Gate} knows which method is meant and who may call it.
 */
public class CredentialFilter extends HttpFilter {

  /** The id of the member as whom an administrator looks. */
  public static final String VIEW_AS = "X-View-As";

  @Inject private Credentials credentials;
  @Inject private Tenants tenants;
  @Inject private Access access;
  @Inject private Standings standings;
  @Inject private Whereabouts whereabouts;
  @Inject private PreviewSight preview;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var exchange = Exchange.of(request);
    try {
      credentials.identify(request, exchange);
      enter(request, exchange, () -> chain.doFilter(request, response));
    } catch (IOException | ServletException e) {
      throw e;
    } catch (Exception e) {
      if (e.getCause() instanceof IOException io) {
        throw io; // the client went away
      }
      ProblemResponse.send(e, request, response);
    }
  }

  private void enter(HttpServletRequest request, Exchange exchange, Chain chain) throws Exception {
    var holder = exchange.keyHolder();
    var session = exchange.session();
    if (holder.isPresent() && isActive(holder.get().tenant())) {
      if (request.getHeader(VIEW_AS) != null) {
        throw Page.badParameter(
            VIEW_AS,
            "Chỉ người đang đăng nhập xem thử được như người khác, khóa API thì không.",
            "Only somebody who is signed in looks as somebody else, and no API key.");
      }
      var key = holder.get();
      var actor = new Actor(Actor.Kind.API_KEY, key.id(), key.name());
      var leave = new Whence.Leave(key.maker().id(), key.maker().name());
      run(
          key.tenant(),
          work -> {
            var maker = standings.permissionsOf(key.tenant().id(), key.makerRole());
            access.callAs(actor, Permissions.shared(key.permissions(), maker), work);
          },
          () -> whereabouts.callFrom(whereabouts.now().by(leave), () -> went(chain)));
    } else if (session.isPresent()
        && session.get().workspace() != null
        && session.get().workspace().state() == TenantState.ACTIVE) {
      var account = session.get().account();
      var workspace = session.get().workspace();
      var actor = new Actor(Actor.Kind.MEMBER, account.id(), account.name());
      run(
          workspace.entry(),
          work -> {
            var standing = standings.of(account.id(), workspace.role());
            access.callAs(actor, standing, () -> asAnother(request, actor, standing, work));
          },
          chain);
    } else {
      chain.go();
    }
  }

  /** Goes on as who is signed in, or with what another member sees where that is asked for. */
  private boolean asAnother(
      HttpServletRequest request, Actor actor, Standing standing, Callable<Boolean> work)
      throws Exception {
    var member = request.getHeader(VIEW_AS);
    if (member == null) {
      return work.call();
    }
    if (!request.getMethod().equals("GET")) {
      throw Page.badParameter(
          VIEW_AS,
          "Xem như người khác thì chỉ đọc, không sửa được gì.",
          "Seeing it as somebody else is for reading only.");
    }
    return access.callAs(actor, preview.of(id(member), standing, request.getRequestURI()), work);
  }

  private static UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException e) {
      throw Page.badParameter(
          VIEW_AS, VIEW_AS + " là mã của một thành viên.", VIEW_AS + " is the id of a member.");
    }
  }

  private void run(Tenant tenant, Consumer<Callable<Boolean>> asActor, Chain chain) {
    MDC.put("tenant", tenant.id().toString());
    try {
      tenants.callAs(
          tenant,
          () -> {
            asActor.accept(
                () -> {
                  chain.go();
                  return true;
                });
            return true;
          });
    } finally {
      MDC.remove("tenant");
    }
  }

  private static boolean went(Chain chain) throws Exception {
    chain.go();
    return true;
  }

  private static boolean isActive(Tenant tenant) {
    return tenant.state() == TenantState.ACTIVE;
  }

  private interface Chain {
    void go() throws Exception;
  }
}
