package app.quen.web.credential;

import app.quen.access.Access;
import app.quen.access.Permitted;
import app.quen.access.Unrestricted;
import app.quen.tenant.TenantState;
import app.quen.tenant.TenantUnavailable;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Exchange;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets a request through to its resource method, or not: the method says who may call it, and one
 * that says nothing may be called by nobody.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class Gate implements ContainerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject private Access access;
  @Context private ResourceInfo resource;
  @Context private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    Method method = resource.getResourceMethod();
    var exchange = Exchange.of(request);
    if (method != null && method.isAnnotationPresent(Unrestricted.class)) {
      refuseOtherSites(context);
      return;
    }
    if (exchange.session().isEmpty() && exchange.keyHolder().isEmpty()) {
      throw Problem.of(ProblemType.UNAUTHENTICATED)
          .header("WWW-Authenticate", "Bearer")
          .exception();
    }
    checkCsrf(context, exchange);
    var anyAccount = method == null ? null : method.getAnnotation(AnyAccount.class);
    var permitted = method == null ? null : method.getAnnotation(Permitted.class);
    checkWorkspace(exchange, anyAccount, permitted == null);
    if (anyAccount != null && exchange.session().isEmpty()
        || anyAccount == null && permitted == null) {
      throw notForPrograms();
    }
    if (permitted != null) {
      access.require(permitted.value());
    }
  }

  private static RuntimeException notForPrograms() {
    return Problem.of(
            ProblemType.FORBIDDEN,
            "Việc này chỉ làm được khi đăng nhập, không dùng khóa API.",
            "This takes a signed-in person, not an API key.")
        .exception();
  }

  /** A form on another site can send a sign-in too; it would sign the person in as somebody. */
  private static void refuseOtherSites(ContainerRequestContext context) {
    if (!SAFE.contains(context.getMethod())
        && "cross-site".equals(context.getHeaderString("Sec-Fetch-Site"))) {
      throw csrf();
    }
  }

  private static void checkCsrf(ContainerRequestContext context, Exchange exchange) {
    if (SAFE.contains(context.getMethod()) || exchange.session().isEmpty()) {
      return;
    }
    var sent = context.getHeaderString("X-CSRF-Token");
    var expected = exchange.session().get().csrfToken();
    if (sent == null || !same(sent, expected)) {
      throw csrf();
    }
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  private static RuntimeException csrf() {
    return Problem.of(
            ProblemType.FORBIDDEN,
            "Thiếu hoặc sai X-CSRF-Token. Hãy tải lại trang rồi thử lại.",
            "X-CSRF-Token is missing or wrong. Load the page again and repeat.")
        .exception();
  }

  private static void checkWorkspace(
      Exchange exchange, @Nullable AnyAccount anyAccount, boolean accountOnly) {
    var state =
        exchange
            .keyHolder()
            .map(holder -> holder.tenant().state())
            .or(
                () ->
                    exchange
                        .session()
                        .flatMap(session -> Optional.ofNullable(session.workspace()))
                        .map(workspace -> workspace.state()));
    if (state.isPresent() && state.get() == TenantState.SUSPENDED) {
      if (anyAccount == null || !anyAccount.evenIfSuspended()) {
        throw Problem.of(ProblemType.WORKSPACE_SUSPENDED).exception();
      }
    } else if (!accountOnly && (state.isEmpty() || state.get() != TenantState.ACTIVE)) {
      throw new TenantUnavailable(TenantUnavailable.Reason.NONE_ENTERED, "in no workspace");
    }
  }
}
