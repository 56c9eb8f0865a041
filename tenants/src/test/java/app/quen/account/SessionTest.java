package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.control.ControlSchema;
import app.quen.limit.TooManyAttempts;
import app.quen.operating.FindOperator;
import app.quen.operating.ListTenants;
import app.quen.operating.Operator;
import app.quen.operating.ResumeTenant;
import app.quen.operating.ShowTenant;
import app.quen.operating.SuspendTenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantState;
import app.quen.tenant.TenantUnavailable;
import app.quen.tenant.Tenants;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.TestMembers;
import app.quen.testing.World;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SessionTest {

  static final String PASSWORD = "mây trắng bay qua núi";
  static final AtomicInteger NUMBER = new AtomicInteger();
  static World world;

  @BeforeAll
  static void open() {
    world = World.open();
  }

  @AfterAll
  static void close() {
    world.close();
  }

  static Client client() {
    return new Client("10.3.0." + NUMBER.incrementAndGet(), "Firefox");
  }

  /** Signs a business up; the slug is also the name in its owner's e-mail address. */
  static SignedIn signUp(String slug) {
    return world
        .bean(SignUp.class)
        .signUp(
            new SignUp.Request(
                "Tiệm hoa", slug, "retail", "Trần Lan", slug + "@mail.vn", PASSWORD, "vi"),
            client());
  }

  static SignedIn signIn(String slug) {
    return world.bean(SignIn.class).signIn(slug + "@MAIL.vn ", PASSWORD, client());
  }

  static boolean isOpen(SignedIn in) {
    return world.bean(FindSession.class).find(in.token()).isPresent();
  }

  static void execute(String statement, Object... values) {
    world.bean(ControlSchema.class).run(sql -> sql.execute(statement, values));
  }

  @Test
  void signingOutEndsThisSessionAndNoOther() {
    var first = signUp("out-1");
    var second = signIn("out-1");

    world.bean(SignOut.class).signOut(first.token());

    assertThat(isOpen(first)).isFalse();
    assertThat(isOpen(second)).isTrue();
    assertThat(world.bean(FindSession.class).find("")).isEmpty();
    assertThat(world.bean(FindSession.class).find("' OR '1'='1")).isEmpty();
  }

  @Test
  void theTokenIsStoredNowhere() {
    var in = signUp("stored-1");
    var found =
        world
            .bean(ControlSchema.class)
            .call(
                sql ->
                    sql.createQuery(
                            "SELECT CONCAT_WS(' ', id, token_hash, address, user_agent) FROM"
                                + " session WHERE id = :id")
                        .bind("id", in.session().id())
                        .mapTo(String.class)
                        .one());
    assertThat(found).doesNotContain(in.token());
    assertThat(in.toString()).doesNotContain(in.token());
    assertThat(in.session().csrfToken()).isNotEqualTo(in.token());
  }

  @Test
  void aSessionEndsWhenNobodyUsesItAndAfterItsLongestTime() {
    var idle = signUp("idle-1");
    var old = signIn("idle-1");
    execute(
        "UPDATE session SET last_seen_at = last_seen_at - INTERVAL 8 DAY WHERE id = ?",
        idle.session().id());
    execute(
        "UPDATE session SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE id = ?",
        old.session().id());

    assertThat(isOpen(idle)).isFalse();
    assertThat(isOpen(old)).isFalse();
  }

  @Test
  void useIsNotedAtMostOnceAMinute() {
    var in = signUp("noted-1");
    var list = world.bean(ListSessions.class);
    var before = list.list(in.session()).getFirst().lastSeenAt();
    isOpen(in);
    assertThat(list.list(in.session()).getFirst().lastSeenAt()).isEqualTo(before);

    execute(
        "UPDATE session SET last_seen_at = last_seen_at - INTERVAL 2 MINUTE WHERE id = ?",
        in.session().id());
    isOpen(in);
    assertThat(list.list(in.session()).getFirst().lastSeenAt()).isAfterOrEqualTo(before);
  }

  @Test
  void sessionsAreListedAndRevokedByTheirOwnerOnly() {
    var mine = signUp("mine-1");
    var other = signIn("mine-1");
    var stranger = signUp("stranger-1");

    assertThat(world.bean(ListSessions.class).list(mine.session()))
        .extracting(OpenSession::current)
        .containsExactlyInAnyOrder(true, false);
    assertThatThrownBy(
            () -> world.bean(RevokeSession.class).revoke(stranger.session(), other.session().id()))
        .isInstanceOf(NotFound.class);
    world.bean(RevokeSession.class).revoke(mine.session(), other.session().id());
    assertThat(isOpen(other)).isFalse();
    assertThat(isOpen(mine)).isTrue();
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    var mine = signUp("change-1");
    var other = signIn("change-1");
    var change = world.bean(ChangePassword.class);

    var wrong =
        catchThrowableOfType(
            Rejected.class, () -> change.change(mine.session(), "wrong", "gió thổi qua cánh đồng"));
    assertThat(wrong.problems()).extracting(Problem::field).containsExactly("currentPassword");
    var weak =
        catchThrowableOfType(
            Rejected.class, () -> change.change(mine.session(), PASSWORD, "passwordpassword"));
    assertThat(weak.problems()).extracting(Problem::field).containsExactly("newPassword");

    change.change(mine.session(), PASSWORD, "gió thổi qua cánh đồng");
    assertThat(isOpen(mine)).isTrue();
    assertThat(isOpen(other)).isFalse();
    assertThatThrownBy(() -> signIn("change-1")).isInstanceOf(NotSignedIn.class);
    world.bean(SignIn.class).signIn("change-1@mail.vn", "gió thổi qua cánh đồng", client());
  }

  @Test
  void guessingAPasswordIsStoppedForTheAccountFromWhereverItComes() {
    signUp("guess-1");
    var signIn = world.bean(SignIn.class);
    for (var i = 0; i < 10; i++) {
      assertThatThrownBy(() -> signIn.signIn("guess-1@mail.vn", "wrong", client()))
          .isInstanceOf(NotSignedIn.class);
    }
    assertThatThrownBy(() -> signIn.signIn("guess-1@mail.vn", PASSWORD, client()))
        .isInstanceOf(TooManyAttempts.class);
    for (var i = 0; i < 10; i++) {
      assertThatThrownBy(() -> signIn.signIn("nobody@mail.vn", "wrong", client()))
          .isInstanceOf(NotSignedIn.class);
    }
    assertThatThrownBy(() -> signIn.signIn("nobody@mail.vn", "wrong", client()))
        .as("an account that does not exist behaves the same")
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void strangersWhoUseUpTheTriesKeepNobodyOutWhoComesFromAKnownPlace() {
    signUp("kept-out");
    var shop = client();
    var signIn = world.bean(SignIn.class);
    signIn.signIn("kept-out@mail.vn", PASSWORD, shop);
    for (var i = 0; i < 10; i++) {
      assertThatThrownBy(() -> signIn.signIn("kept-out@mail.vn", "wrong", client()))
          .isInstanceOf(NotSignedIn.class);
    }
    assertThatThrownBy(() -> signIn.signIn("kept-out@mail.vn", PASSWORD, client()))
        .isInstanceOf(TooManyAttempts.class);

    var in = signIn.signIn("kept-out@mail.vn", PASSWORD, shop);

    assertThat(in.session().account().email()).isEqualTo("kept-out@mail.vn");
    for (var i = 0; i < 10; i++) {
      assertThatThrownBy(() -> signIn.signIn("kept-out@mail.vn", "wrong", shop))
          .isInstanceOf(NotSignedIn.class);
    }
    assertThatThrownBy(() -> signIn.signIn("kept-out@mail.vn", PASSWORD, shop))
        .as("a known place is no way to guess without end")
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void signingInOftenIsNoAttack() {
    signUp("often-1");
    for (var i = 0; i < 12; i++) {
      signIn("often-1");
    }
  }

  @Test
  void aMemberSwitchesBetweenItsWorkspacesAndNoOthers() {
    var owner = signUp("first-1");
    var stranger = signUp("secret-1");
    var founded =
        world
            .bean(FoundWorkspace.class)
            .found(owner.session(), "Quán trà", "second-1", "services", client());
    assertThat(founded.workspace().slug()).isEqualTo("second-1");
    assertThat(world.bean(FindSession.class).find(owner.token()).orElseThrow().workspace().slug())
        .isEqualTo("second-1");
    assertThat(signIn("first-1").session().workspace().slug()).isEqualTo("second-1");

    var back = world.bean(SwitchWorkspace.class).switchTo(founded, "first-1");
    assertThat(back.workspace().slug()).isEqualTo("first-1");
    assertThat(world.bean(ListWorkspaces.class).list(back.account().id()))
        .extracting(Workspace::slug)
        .containsExactly("first-1", "second-1");
    assertThatThrownBy(() -> world.bean(SwitchWorkspace.class).switchTo(back, "secret-1"))
        .isInstanceOf(NotFound.class);
    assertThat(stranger.session().workspace().slug()).isEqualTo("secret-1");
  }

  @Test
  void membersComeAndGoAndTheLastOwnerStays() {
    var owner = signUp("team-1");
    var tenant = owner.session().workspace().tenant();
    var colleague = world.member(tenant, "minh@mail.vn", "Minh", "sales");
    assertThat(world.bean(ListMembers.class).list(tenant))
        .extracting(Member::role)
        .containsExactlyInAnyOrder("owner", "sales");

    var in = world.bean(SignIn.class).signIn("minh@mail.vn", TestMembers.PASSWORD, client());
    assertThat(in.session().workspace().role()).isEqualTo("sales");
    world.bean(RemoveMember.class).remove(tenant, colleague.id());
    assertThat(world.bean(FindSession.class).find(in.token())).isEmpty();

    var last =
        catchThrowableOfType(
            Rejected.class,
            () -> world.bean(RemoveMember.class).remove(tenant, owner.session().account().id()));
    assertThat(last.problems()).extracting(Problem::code).containsExactly("last-owner");
    assertThatThrownBy(() -> world.bean(RemoveMember.class).remove(tenant, UUID.randomUUID()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void anApiKeyStandsForItsWorkspaceUntilItIsRevokedOrExpires() {
    var owner = signUp("keys-1");
    var other = signUp("keys-2");
    var tenant = owner.session().workspace().tenant();
    var account = owner.session().account().id();
    var create = world.bean(CreateApiKey.class);
    var find = world.bean(FindApiKey.class);

    var made = create.create(tenant, account, "POS", Set.of("customer:read"), null);
    assertThat(made.key()).matches("quen_live_[a-z0-9]{8}_[A-Za-z0-9]{46}");
    assertThat(made.toString()).doesNotContain(made.key());
    var holder = find.find(made.key(), client()).orElseThrow();
    assertThat(holder.tenant().id()).isEqualTo(tenant);
    assertThat(holder.permissions()).containsExactly("customer:read");
    assertThat(find.find(made.key() + "x", client())).isEmpty();
    assertThat(find.find(made.key().replaceAll(".$", "") + "~", client())).isEmpty();
    var changed = made.key().endsWith("A") ? "B" : "A";
    assertThat(find.find(made.key().replaceAll(".$", changed), client())).isEmpty();
    assertThat(world.bean(ListApiKeys.class).list(tenant))
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.lastUsedAt()).isNotNull();
              assertThat(key.createdBy().id()).isEqualTo(account);
            });

    var soon = create.create(tenant, account, "x", Set.of("*"), Instant.now().plusSeconds(60));
    execute(
        "UPDATE api_key SET expires_at = UTC_TIMESTAMP() - INTERVAL 1 SECOND WHERE id = ?",
        soon.apiKey().id());
    assertThat(find.find(soon.key(), client())).isEmpty();

    TenantId others = other.session().workspace().tenant();
    assertThatThrownBy(() -> world.bean(RevokeApiKey.class).revoke(others, made.apiKey().id()))
        .isInstanceOf(NotFound.class);
    world.bean(RevokeApiKey.class).revoke(tenant, made.apiKey().id());
    assertThat(find.find(made.key(), client())).isEmpty();
    assertThatThrownBy(
            () -> create.create(tenant, account, " ", Set.of(), Instant.now().minusSeconds(1)))
        .isInstanceOfSatisfying(
            Rejected.class,
            e ->
                assertThat(e.problems())
                    .extracting(Problem::field)
                    .containsExactly("name", "permissions", "expiresAt"));
  }

  @Test
  void aSuspendedTenantIsRefusedAtOnceEverywhere() {
    var owner = signUp("suspend-1");
    var other = signUp("suspend-2");
    var tenant = owner.session().workspace().tenant();
    var key =
        world
            .bean(CreateApiKey.class)
            .create(tenant, owner.session().account().id(), "POS", Set.of("*"), null);
    var operator = world.bean(FindOperator.class).find("qop_none");
    assertThat(operator).isEmpty();
    var me = new Operator(UUID.randomUUID(), "Hà");

    world.bean(SuspendTenant.class).suspend(me, "suspend-1", "chưa thanh toán");

    assertThatThrownBy(() -> world.bean(Tenants.class).runAs(tenant, () -> {}))
        .isInstanceOfSatisfying(
            TenantUnavailable.class,
            e -> assertThat(e.reason()).isEqualTo(TenantUnavailable.Reason.SUSPENDED));
    assertThat(world.bean(FindSession.class).find(owner.token()).orElseThrow().workspace().state())
        .isEqualTo(TenantState.SUSPENDED);
    assertThat(
            world.bean(FindApiKey.class).find(key.key(), client()).orElseThrow().tenant().state())
        .isEqualTo(TenantState.SUSPENDED);
    assertThatThrownBy(
            () -> world.bean(SwitchWorkspace.class).switchTo(owner.session(), "suspend-1"))
        .isInstanceOf(TenantUnavailable.class);
    world.bean(Tenants.class).runAs(other.session().workspace().tenant(), () -> {});

    world.bean(ResumeTenant.class).resume(me, "suspend-1");
    world.bean(Tenants.class).runAs(tenant, () -> {});
    var log =
        world
            .bean(ControlSchema.class)
            .call(
                sql ->
                    sql.createQuery(
                            "SELECT CONCAT_WS(' ', operator_name, action, slug, detail) FROM"
                                + " operator_log WHERE slug = 'suspend-1' ORDER BY id")
                        .mapTo(String.class)
                        .list());
    assertThat(log).containsExactly("Hà suspend suspend-1 chưa thanh toán", "Hà resume suspend-1");
  }

  @Test
  void operatorsSeeStateAndSizeOfTenants() {
    signUp("shown-1");
    var status = world.bean(ShowTenant.class).show("shown-1");
    assertThat(status.members()).isOne();
    assertThat(status.schemaVersion()).isEqualTo("1");
    assertThat(status.diskBytes()).isPositive();
    assertThat(status.rowEstimates()).containsKey("probe");

    var list = world.bean(ListTenants.class);
    var first = list.list(null, 1);
    assertThat(first).hasSize(1);
    assertThat(list.list(first.getFirst().tenant().slug(), 200))
        .extracting(s -> s.tenant().slug())
        .isSorted()
        .doesNotContain(first.getFirst().tenant().slug());
    assertThatThrownBy(() -> world.bean(ShowTenant.class).show("nobody-1"))
        .isInstanceOf(NotFound.class);
  }
}
