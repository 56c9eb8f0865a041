package app.quen.account;

import app.quen.account.internal.Accounts;
import app.quen.account.internal.Entrance;
import app.quen.account.internal.Form;
import app.quen.account.internal.ProviderAttempts;
import app.quen.account.internal.ProviderIdentities;
import app.quen.account.internal.Sessions;
import app.quen.account.internal.SignInProviders;
import app.quen.control.Secrets;
import app.quen.identity.Distrusted;
import app.quen.identity.Distrusted.Reason;
import app.quen.identity.Identity;
import app.quen.identity.OpenId;
import app.quen.identity.OpenId.Care;
import app.quen.limit.Limits;
import app.quen.limit.TooManyAttempts;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantState;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person comes in by the provider of a workspace. The provider's word is taken for this workspace
 * alone: the session enters no other one and does not touch the account, since whoever owns the
 * workspace decides what the provider says.
 */
@ApplicationScoped
public class SignInThroughProvider {

  private static final Logger LOG = LoggerFactory.getLogger(SignInThroughProvider.class);
  private static final Duration SKEW = Duration.ofMinutes(1);

  @Inject Limits limits;
  @Inject Tenants tenants;
  @Inject SignInProviders providers;
  @Inject ShowSignInProvider show;
  @Inject ProviderAttempts attempts;
  @Inject ProviderIdentities identities;
  @Inject Accounts accounts;
  @Inject Entrance entrance;
  @Inject Sessions sessions;
  @Inject OpenId openId;

  /**
   * @param address where the browser goes
   * @param kept what only this browser must have at its return
   */
  public record Asked(URI address, String kept) {

    @Override
    public String toString() {
      return "Asked[" + address.getHost() + "]";
    }
  }

  /**
   * With what a browser comes back.
   *
   * @param kept null where it has nothing kept
   * @param issuer who the answer says to be from
   * @param error why there is no code
   */
  public record Answer(
      String slug,
      String state,
      @Nullable String code,
      @Nullable String kept,
      @Nullable String issuer,
      @Nullable String error) {

    @Override
    public String toString() {
      return "Answer[" + slug + "]";
    }
  }

  /**
   * @param choose whether who is signed in there chooses anew whom to come as
   * @throws NotFound if the workspace has no provider
   * @throws Rejected if the provider cannot be asked (field {@code provider})
   * @throws TooManyAttempts if too many came from this address
   */
  public Asked begin(String slug, boolean choose, Client client) {
    limits.count("provider.address", client.address());
    return ask(slug, null, choose ? Care.CHOICE : Care.NONE);
  }

  /** The same for somebody who is signed in and proves again to be the one. */
  public Asked beginConfirmation(Session session) {
    var workspace = session.workspace();
    if (workspace == null || !session.byProvider()) {
      throw new NotFound("sign-in provider", session.id());
    }
    limits.count("provider.account", session.account().email());
    return ask(workspace.slug(), session.id(), Care.PROOF);
  }

  private Asked ask(String slug, @Nullable UUID session, Care care) {
    var provider = show.find(slug).orElseThrow(() -> new NotFound("sign-in provider", slug));
    var state = Secrets.token();
    var nonce = Secrets.token();
    var verifier = Secrets.token();
    try {
      var address =
          openId.address(
              application(provider, slug), new OpenId.Question(state, nonce, verifier, care));
      attempts.begin(provider.id(), state, verifier, nonce, session);
      return new Asked(address, verifier);
    } catch (Distrusted e) {
      LOG.info("{} cannot be asked: {}", slug, e.getMessage());
      throw refused(e.reason());
    }
  }

  /**
   * @throws RefusedEntrance if it was this workspace's question and the answer does not let in
   * @throws Rejected if there was no such question
   */
  public SignedIn signIn(Answer answer, Client client) {
    limits.count("sign-in.address", client.address());
    var tenant = tenant(answer.slug());
    var attempt = take(answer);
    if (attempt.session() != null) {
      throw unknown();
    }
    try {
      var provider = provider(tenant, attempt);
      var identity = identity(provider, answer, attempt);
      var account = account(tenant, provider, identity);
      var workspace =
          accounts.workspaces(account.id()).stream()
              .filter(it -> it.tenant().equals(tenant.id()))
              .findAny()
              .orElseThrow(
                  () ->
                      refused(
                          "no-member",
                          "Tài khoản này không còn là thành viên. Hãy nhờ chủ sở hữu thêm lại.",
                          "This account is no member any more. Ask an owner to add it again."));
      limits.forget("sign-in.address", client.address());
      return entrance.enter(account, workspace, client, provider.id());
    } catch (Rejected e) {
      throw new RefusedEntrance(tenant.id(), e);
    }
  }

  /**
   * The person has proved again to be the one.
   *
   * @throws RefusedEntrance if the answer does not prove it
   * @throws Rejected if there was no such question
   */
  public SignedIn confirm(Session session, Answer answer) {
    var tenant = tenant(answer.slug());
    var attempt = take(answer);
    if (!session.id().equals(attempt.session())) {
      throw unknown();
    }
    try {
      var provider = provider(tenant, attempt);
      var identity = identity(provider, answer, attempt);
      var same = identities.account(tenant.id(), identity).filter(session.account().id()::equals);
      var at = identity.authenticatedAt();
      if (same.isEmpty() || at == null || at.isBefore(attempt.createdAt().minus(SKEW))) {
        throw refused(
            "not-proved",
            "Nhà cung cấp chưa hỏi lại bạn, hoặc bạn đã đăng nhập bằng người khác.",
            "The provider has not asked you again, or you signed in there as somebody else.");
      }
      return sessions.confirm(session, true);
    } catch (Rejected e) {
      throw new RefusedEntrance(tenant.id(), e);
    }
  }

  private Tenant tenant(String slug) {
    return tenants
        .findBySlug(slug)
        .filter(it -> it.state() == TenantState.ACTIVE)
        .orElseThrow(SignInThroughProvider::unknown);
  }

  private ProviderAttempts.Attempt take(Answer answer) {
    var kept = answer.kept() == null ? "" : answer.kept();
    return attempts.take(answer.state(), kept).orElseThrow(SignInThroughProvider::unknown);
  }

  /** The one that was asked; it may have been changed since, or be another workspace's. */
  private SignInProvider provider(Tenant tenant, ProviderAttempts.Attempt attempt) {
    return providers
        .of(tenant.id())
        .filter(it -> it.id().equals(attempt.provider()))
        .orElseThrow(SignInThroughProvider::unknown);
  }

  private Identity identity(
      SignInProvider provider, Answer answer, ProviderAttempts.Attempt attempt) {
    if (answer.code() == null) {
      throw refused(Reason.of(answer.error()));
    }
    var kept = answer.kept() == null ? "" : answer.kept();
    try {
      return openId.identity(
          application(provider, answer.slug()),
          new OpenId.Question(
              answer.state(),
              attempt.nonce(),
              kept,
              attempt.session() == null ? Care.NONE : Care.PROOF),
          answer.code(),
          answer.issuer());
    } catch (Distrusted e) {
      LOG.info("{} did not let in: {}", answer.slug(), e.getMessage());
      throw refused(e.reason());
    }
  }

  private OpenId.Application application(SignInProvider provider, String slug) {
    return new OpenId.Application(
        provider.issuer(), provider.clientId(), providers.secret(provider.id()), show.back(slug));
  }

  private Account account(Tenant tenant, SignInProvider provider, Identity identity) {
    var email = email(provider, identity);
    var linked = identities.account(tenant.id(), identity);
    if (linked.isPresent()) {
      identities.used(tenant.id(), identity);
      return accounts.find(linked.get()).orElseThrow().account();
    }
    var known = accounts.findByEmail(email).map(Accounts.Stored::account);
    var id =
        identities.link(
            tenant.id(),
            identity,
            sql -> {
              if (known.isPresent()) {
                requireMember(known.get(), tenant);
                return known.get();
              }
              if (provider.joinRole() == null) {
                throw notInvited();
              }
              var made =
                  accounts.insert(
                      sql, name(identity, email), email, tenant.language(), null, "provider");
              accounts.join(sql, made.id(), tenant.id(), provider.joinRole());
              return made;
            });
    return accounts.find(id).orElseThrow().account();
  }

  /** Each time: a domain that is taken off the list keeps out who came from it before. */
  private static String email(SignInProvider provider, Identity identity) {
    var form = new Form();
    var email = identity.email() == null ? "" : form.email("provider", identity.email());
    try {
      form.check();
    } catch (Rejected e) {
      email = "";
    }
    if (email.isEmpty()) {
      throw refused(
          "email-unverified",
          "Nhà cung cấp không xác nhận e-mail của bạn. Hãy nhờ người quản lý tài khoản bên đó xác"
              + " nhận.",
          "The provider does not say that your e-mail address is verified. Ask who manages your"
              + " account there.");
    }
    if (!provider.domains().contains(email.substring(email.lastIndexOf('@') + 1))) {
      throw refused(
          "email-domain",
          "E-mail %s không thuộc tên miền được vào không gian này.".formatted(email),
          "%s is not of a domain that may come into this workspace.".formatted(email));
    }
    return email;
  }

  /**
   * An account of somebody who is no member is not let in silently: nobody has proved that who made
   * it has this e-mail address, and its password would open the workspace.
   */
  private void requireMember(Account account, Tenant tenant) {
    boolean member =
        accounts.workspaces(account.id()).stream().anyMatch(it -> it.tenant().equals(tenant.id()));
    if (!member) {
      throw refused(
          "other-account",
          "E-mail này đã có tài khoản Quen nhưng chưa là thành viên. Hãy nhờ chủ sở hữu thêm bạn"
              + " trước.",
          "This e-mail address has a Quen account that is no member yet. Ask an owner to add you"
              + " first.");
    }
  }

  private static String name(Identity identity, String email) {
    var form = new Form();
    var name = form.name("provider", identity.name());
    try {
      form.check();
      return name;
    } catch (Rejected e) {
      return email.substring(0, Math.min(120, email.indexOf('@')));
    }
  }

  private static Rejected notInvited() {
    return refused(
        "not-invited",
        "Bạn chưa là thành viên của không gian này. Hãy nhờ chủ sở hữu thêm bạn.",
        "You are no member of this workspace yet. Ask an owner to add you.");
  }

  private static Rejected unknown() {
    return refused(
        "outdated",
        "Lần đăng nhập này đã dùng rồi, đã quá lâu, hoặc bắt đầu ở thẻ hay trình duyệt khác. Hãy"
            + " đăng nhập lại từ đầu.",
        "This sign-in was used already, took too long, or began in another tab or browser. Begin"
            + " again.");
  }

  /** Who comes cannot mend what an owner has written. */
  private static Rejected refused(Reason reason) {
    return switch (reason) {
      case UNREACHABLE ->
          refused(
              reason.code(),
              "Nhà cung cấp đăng nhập không trả lời. Hãy thử lại sau ít phút; nếu vẫn vậy, hãy báo"
                  + " chủ sở hữu không gian này.",
              "The sign-in provider does not answer. Try again in a few minutes; if it goes on,"
                  + " tell an owner of this workspace.");
      case NOT_ALLOWED, NO_PROVIDER ->
          refused(
              reason.code(),
              "Nhà cung cấp đăng nhập chưa được thiết lập đúng. Hãy báo chủ sở hữu không gian này.",
              "The sign-in provider is not set up as it should be. Tell an owner of this"
                  + " workspace.");
      default -> refused(reason.code(), reason.vi(), reason.en());
    };
  }

  private static Rejected refused(String code, String vi, String en) {
    return new Rejected(List.of(new Problem("provider", code, vi, en)));
  }
}
