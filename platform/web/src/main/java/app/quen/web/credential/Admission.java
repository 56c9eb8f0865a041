package app.quen.web.credential;

import app.quen.access.Access;
import app.quen.access.Permitted;
import app.quen.access.Unrestricted;
import app.quen.account.OwnSignInWanted;
import app.quen.account.Session;
import app.quen.tenant.TenantState;
import app.quen.tenant.TenantUnavailable;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Exchange;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether one request may reach its resource method: the method says who may call it, and one that
 * says nothing may be called by nobody.
 */
final class Admission {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final Exchange exchange;
  private final Access access;
  private final boolean safe;
  private final Function<String, @Nullable String> header;

  Admission(
      Exchange exchange,
      Access access,
      String httpMethod,
      Function<String, @Nullable String> header) {
    this.exchange = exchange;
    this.access = access;
    this.safe = SAFE.contains(httpMethod);
    this.header = header;
  }

  void check(@Nullable Method method) {
    if (says(method, Unrestricted.class) != null) {
      refuseOtherSites();
      return;
    }
    if (exchange.session().isEmpty() && exchange.keyHolder().isEmpty()) {
      throw Problem.of(ProblemType.UNAUTHENTICATED)
          .header("WWW-Authenticate", "Bearer")
          .exception();
    }
    checkCsrf();
    var anyAccount = says(method, AnyAccount.class);
    var permitted = says(method, Permitted.class);
    checkWorkspace(anyAccount, permitted == null);
    if (anyAccount != null && exchange.session().isEmpty()
        || anyAccount == null && permitted == null) {
      throw notForPrograms();
    }
    if (anyAccount != null && permitted == null && !anyAccount.evenByProvider()) {
      exchange.session().ifPresent(Admission::checkOwnSignIn);
    }
    if (permitted != null) {
      exchange.session().ifPresent(Admission::checkSecondFactor);
      access.require(permitted.value());
    }
    if (says(method, Confirmed.class) != null) {
      exchange.session().ifPresent(Admission::checkConfirmed);
    }
  }

  /** What is the workspace's waits; what is the account's own is the way there. */
  private static void checkSecondFactor(Session session) {
    if (session.secondFactorMissing()) {
      throw Problem.of(ProblemType.SECOND_FACTOR_MISSING).exception();
    }
    if (session.providerMissing()) {
      throw Problem.of(ProblemType.PROVIDER_REQUIRED).exception();
    }
  }

  /** A workspace's provider says what its owner likes: its word does not open the account. */
  private static void checkOwnSignIn(Session session) {
    if (session.byProvider()) {
      throw new OwnSignInWanted();
    }
  }

  /**
   * After the permission: nobody is asked to prove who they are for what they may not do anyway.
   */
  private static void checkConfirmed(Session session) {
    if (!session.confirmedUntil().isAfter(Instant.now())) {
      throw Problem.of(ProblemType.STEP_UP_REQUIRED).exception();
    }
  }

  private static <A extends Annotation> @Nullable A says(
      @Nullable Method method, Class<A> annotation) {
    return method == null ? null : method.getAnnotation(annotation);
  }

  private static RuntimeException notForPrograms() {
    return Problem.of(
            ProblemType.FORBIDDEN,
            "Việc này chỉ làm được khi đăng nhập, không dùng khóa API.",
            "This takes a signed-in person, not an API key.")
        .exception();
  }

  /** A form on another site can send a sign-in too; it would sign the person in as somebody. */
  private void refuseOtherSites() {
    if (!safe && "cross-site".equals(header.apply("Sec-Fetch-Site"))) {
      throw csrf();
    }
  }

  private void checkCsrf() {
    if (safe || exchange.session().isEmpty()) {
      return;
    }
    var sent = header.apply("X-CSRF-Token");
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

  private void checkWorkspace(@Nullable AnyAccount anyAccount, boolean accountOnly) {
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
