package app.quen.web.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Permitted;
import app.quen.access.Refused;
import app.quen.access.Standing;
import app.quen.access.Unrestricted;
import app.quen.account.Account;
import app.quen.account.KeyHolder;
import app.quen.account.Session;
import app.quen.account.Workspace;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantState;
import app.quen.web.problem.Diagnosis;
import app.quen.web.problem.ProblemType;
import app.quen.web.request.Exchange;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private static final TenantId TENANT = new TenantId(UUID.randomUUID());

  @SuppressWarnings("unused")
  static class Resource {
    @Unrestricted(because = "anybody may")
    void open() {}

    @Permitted("customer:read")
    void read() {}

    @AnyAccount
    void own() {}

    @AnyAccount(evenIfSuspended = true)
    void leave() {}

    @AnyAccount(evenByProvider = true)
    void look() {}

    @AnyAccount
    @Permitted("customer:read")
    void both() {}

    @Permitted("customer:read")
    @Confirmed
    void delicate() {}

    void silent() {}
  }

  @Test
  void withoutACredentialOnlyOpenMethodsAreReached() {
    assertThatCode(() -> check(nobody(), "GET", "open", Map.of())).doesNotThrowAnyException();
    assertThat(refusal(nobody(), "GET", "read", Map.of())).isEqualTo(ProblemType.UNAUTHENTICATED);
    assertThat(refusal(nobody(), "GET", "own", Map.of())).isEqualTo(ProblemType.UNAUTHENTICATED);
    assertThat(refusal(nobody(), "GET", "silent", Map.of())).isEqualTo(ProblemType.UNAUTHENTICATED);
  }

  @Test
  void aMethodThatSaysNothingIsReachedByNobody() {
    assertThat(refusal(session(TenantState.ACTIVE), "GET", "silent", Map.of()))
        .isEqualTo(ProblemType.FORBIDDEN);
    assertThat(refusal(key(), "GET", "silent", Map.of())).isEqualTo(ProblemType.FORBIDDEN);
  }

  @Test
  void aSessionNeedsItsCsrfTokenForWhatChangesSomething() {
    var session = session(TenantState.ACTIVE);

    assertThatCode(() -> check(session, "GET", "read", Map.of())).doesNotThrowAnyException();
    assertThat(refusal(session, "POST", "read", Map.of())).isEqualTo(ProblemType.FORBIDDEN);
    assertThat(refusal(session, "POST", "read", Map.of("X-CSRF-Token", "other")))
        .isEqualTo(ProblemType.FORBIDDEN);
    assertThatCode(() -> check(session, "POST", "read", Map.of("X-CSRF-Token", "csrf-1")))
        .doesNotThrowAnyException();
  }

  @Test
  void anApiKeyNeedsNoCsrfTokenAndReachesNothingOfAnAccount() {
    assertThatCode(() -> check(key(), "POST", "read", Map.of())).doesNotThrowAnyException();
    assertThat(refusal(key(), "GET", "own", Map.of())).isEqualTo(ProblemType.FORBIDDEN);
    assertThat(refusal(key(), "GET", "both", Map.of())).isEqualTo(ProblemType.FORBIDDEN);
  }

  @Test
  void aSuspendedWorkspaceLetsOneOnlyLeave() {
    var session = session(TenantState.SUSPENDED);

    assertThat(refusal(session, "GET", "read", Map.of()))
        .isEqualTo(ProblemType.WORKSPACE_SUSPENDED);
    assertThat(refusal(session, "GET", "own", Map.of())).isEqualTo(ProblemType.WORKSPACE_SUSPENDED);
    assertThatCode(() -> check(session, "GET", "leave", Map.of())).doesNotThrowAnyException();
  }

  @Test
  void whoIsInNoWorkspaceReachesOnlyTheAccount() {
    var session = session(null);

    assertThat(refusal(session, "GET", "read", Map.of())).isEqualTo(ProblemType.FORBIDDEN);
    assertThatCode(() -> check(session, "GET", "own", Map.of())).doesNotThrowAnyException();
  }

  @Test
  void thePermissionIsAskedFor() {
    var thrown =
        catchThrowable(
            () ->
                new Admission(session(TenantState.ACTIVE), new Held(Set.of()), "GET", name -> null)
                    .check(method("read")));

    assertThat(thrown).isInstanceOf(Refused.class);
  }

  @Test
  void whatIsDelicateWantsAFreshProofAndOnlyOfWhoMayDoIt() {
    var longAgo = session(TenantState.ACTIVE, Instant.now().minusSeconds(1), false);

    assertThat(refusal(longAgo, "GET", "delicate", Map.of()))
        .isEqualTo(ProblemType.STEP_UP_REQUIRED);
    assertThatCode(() -> check(longAgo, "GET", "read", Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> check(session(TenantState.ACTIVE), "GET", "delicate", Map.of()))
        .doesNotThrowAnyException();
    assertThatCode(() -> check(key(), "GET", "delicate", Map.of())).doesNotThrowAnyException();
    assertThat(
            catchThrowable(
                () ->
                    new Admission(longAgo, new Held(Set.of()), "GET", name -> null)
                        .check(method("delicate"))))
        .isInstanceOf(Refused.class);
  }

  @Test
  void whereASecondFactorIsMissingOnlyTheAccountIsReached() {
    var missing = session(TenantState.ACTIVE, Instant.now().plusSeconds(60), true);

    assertThat(refusal(missing, "GET", "read", Map.of()))
        .isEqualTo(ProblemType.SECOND_FACTOR_MISSING);
    assertThatCode(() -> check(missing, "GET", "own", Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> check(missing, "GET", "leave", Map.of())).doesNotThrowAnyException();
  }

  @Test
  void whoCameByAProviderWorksInTheWorkspaceAndNotOnTheAccount() {
    var soon = Instant.now().plusSeconds(60);
    var came = session(TenantState.ACTIVE, soon, false, true, false);

    assertThatCode(() -> check(came, "GET", "read", Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> check(came, "GET", "both", Map.of())).doesNotThrowAnyException();
    assertThatCode(() -> check(came, "GET", "look", Map.of())).doesNotThrowAnyException();
    assertThat(refusal(came, "GET", "own", Map.of())).isEqualTo(ProblemType.OWN_SIGN_IN_REQUIRED);
    assertThat(refusal(came, "GET", "leave", Map.of())).isEqualTo(ProblemType.OWN_SIGN_IN_REQUIRED);
  }

  @Test
  void whereOnlyTheProviderIsTrustedOthersReachTheirAccountOnly() {
    var missing = session(TenantState.ACTIVE, Instant.now().plusSeconds(60), false, false, true);

    assertThat(refusal(missing, "GET", "read", Map.of())).isEqualTo(ProblemType.PROVIDER_REQUIRED);
    assertThatCode(() -> check(missing, "GET", "own", Map.of())).doesNotThrowAnyException();
  }

  @Test
  void anotherSiteCannotSendASignIn() {
    assertThat(refusal(nobody(), "POST", "open", Map.of("Sec-Fetch-Site", "cross-site")))
        .isEqualTo(ProblemType.FORBIDDEN);
    assertThatCode(() -> check(nobody(), "POST", "open", Map.of("Sec-Fetch-Site", "same-origin")))
        .doesNotThrowAnyException();
  }

  private static ProblemType refusal(
      Exchange exchange, String http, String method, Map<String, String> headers) {
    return Diagnosis.of(catchThrowable(() -> check(exchange, http, method, headers))).type();
  }

  private static void check(
      Exchange exchange, String http, String method, Map<String, String> headers) {
    new Admission(exchange, new Held(Set.of("customer:read")), http, headers::get)
        .check(method(method));
  }

  private static Method method(String name) {
    return Arrays.stream(Resource.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Exchange nobody() {
    return Exchange.of(Requests.request(Map.of()));
  }

  private static Exchange session(@Nullable TenantState state) {
    return session(state, Instant.now().plusSeconds(60), false);
  }

  private static Exchange session(@Nullable TenantState state, Instant confirmed, boolean missing) {
    return session(state, confirmed, missing, false, false);
  }

  private static Exchange session(
      @Nullable TenantState state,
      Instant confirmed,
      boolean missing,
      boolean byProvider,
      boolean providerMissing) {
    var exchange = nobody();
    var workspace =
        state == null
            ? null
            : new Workspace(
                new Tenant(
                    TENANT, "sen", "Sen", "retail", "vi", state, null, "main", Instant.now()),
                "owner");
    var account = new Account(UUID.randomUUID(), "Lan", "lan@sen.example", "vi");
    var now = Instant.now();
    exchange.identify(
        new Session(
            UUID.randomUUID(),
            account,
            workspace,
            "csrf-1",
            now,
            now.plusSeconds(60),
            confirmed,
            missing,
            byProvider,
            providerMissing),
        "token");
    return exchange;
  }

  private static Exchange key() {
    var exchange = nobody();
    var tenant =
        new Tenant(
            TENANT, "sen", "Sen", "retail", "vi", TenantState.ACTIVE, null, "main", Instant.now());
    exchange.identify(
        new KeyHolder(
            UUID.randomUUID(),
            "Website",
            new Account(UUID.randomUUID(), "Lan", "lan@sen.example", "vi"),
            tenant,
            Set.of("customer:read"),
            "owner"));
    return exchange;
  }

  private record Held(Set<String> permissions) implements Access {

    @Override
    public <T> T callAs(Actor actor, Set<String> permissions, Callable<T> work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> T callAs(Actor actor, Standing standing, Callable<T> work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <T> Callable<T> asNow(Callable<T> work) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Actor actor() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean permits(String permission) {
      return permissions.contains(permission);
    }

    @Override
    public void require(String permission) {
      if (!permits(permission)) {
        throw new Refused(permission);
      }
    }
  }
}
