package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.control.ControlSchema;
import app.quen.limit.TooManyAttempts;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SignInPolicyTest {

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

  @Test
  void whatAWorkspaceHasNotSetIsAsTheInstallationSays() {
    var policy = world.bean(ShowSignInPolicy.class).show(tenant(signUp("unset")));

    assertThat(policy).isEqualTo(new SignInPolicy(7 * 24 * 60, 30 * 24 * 60, null, 15, false, 0));
  }

  @Test
  void aSessionEndsWhenItsWorkspaceSaysAndOthersGoOn() {
    var here = signUp("idle-a");
    var there = signUp("idle-b");
    revise(here, 10, 60, 0, null);
    seenBefore(here, Duration.ofMinutes(9));
    seenBefore(there, Duration.ofMinutes(90));
    assertThat(isOpen(here)).isTrue();

    seenBefore(here, Duration.ofMinutes(11));

    assertThat(isOpen(here)).isFalse();
    assertThat(isOpen(there)).as("the other workspace has set nothing").isTrue();
  }

  @Test
  void aSessionEndsAfterTheWorkspacesLongestTimeHoweverBusy() {
    var here = signUp("long-a");
    var there = signUp("long-b");
    revise(here, 10, 60, 0, null);
    openedBefore(here, Duration.ofMinutes(61));
    openedBefore(there, Duration.ofMinutes(61));

    assertThat(isOpen(here)).isFalse();
    assertThat(isOpen(there)).isTrue();
  }

  @Test
  void aWiderWorkspaceIsNoWayIntoANarrowerOne() {
    var wide = signUp("wide");
    var founded =
        world
            .bean(FoundWorkspace.class)
            .found(wide.session(), "Hẹp", "p-narrow", "other", client());
    world
        .bean(ReviseSignInPolicy.class)
        .revise(
            founded.workspace().tenant(),
            new ReviseSignInPolicy.Draft(10, 60, null, null, null),
            0);
    var back = world.bean(SwitchWorkspace.class).switchTo(founded, "p-wide");
    openedBefore(wide, Duration.ofMinutes(61));
    var old = world.bean(FindSession.class).find(wide.token()).orElseThrow();
    assertThat(old.workspace().slug()).isEqualTo("p-wide");

    assertThatThrownBy(() -> world.bean(SwitchWorkspace.class).switchTo(old, "p-narrow"))
        .isInstanceOf(SessionTooOld.class);
    assertThat(back.workspace().slug()).isEqualTo("p-wide");
  }

  @Test
  void ofMoreSessionsThanAllowedTheOnesThatWereUsedLastStay() {
    var first = signUp("most-a");
    var elsewhere = signUp("most-b");
    var second = signIn("most-a");
    revise(first, null, null, 2, null);
    seenBefore(first, Duration.ofMinutes(5));

    var third = signIn("most-a");

    assertThat(isOpen(first)).isFalse();
    assertThat(isOpen(second)).isTrue();
    assertThat(isOpen(third)).isTrue();
    signIn("most-b");
    signIn("most-b");
    assertThat(isOpen(elsewhere)).isTrue();
  }

  @Test
  void aPolicyIsChangedByOneAtATimeAndWithinWhatTheInstallationAllows() {
    var here = signUp("change-a");
    var revise = world.bean(ReviseSignInPolicy.class);
    revise(here, 30, 600, 3, 5);

    assertThatThrownBy(
            () ->
                revise.revise(
                    tenant(here), new ReviseSignInPolicy.Draft(20, null, null, null, null), 0))
        .isInstanceOf(Changed.class);
    assertThat(
            revise.revise(tenant(here), new ReviseSignInPolicy.Draft(20, null, 0, null, null), 1))
        .isEqualTo(new SignInPolicy(20, 600, null, 5, false, 2));
    var refused =
        catchThrowableOfType(
            Rejected.class,
            () ->
                revise.revise(
                    tenant(here), new ReviseSignInPolicy.Draft(1, 1_000_000, 1000, 0, null), 2));
    assertThat(refused.problems())
        .extracting(Problem::field)
        .containsExactlyInAnyOrder(
            "idleMinutes", "absoluteMinutes", "mostSessions", "confirmMinutes");
  }

  @Test
  void havingSignedInIsEnoughForAWhileAndThenThePasswordIsAskedAgain() {
    var here = signUp("confirm-a");
    var there = signUp("confirm-b");
    revise(here, null, null, null, 5);
    confirmedBefore(here, Duration.ofMinutes(6));
    confirmedBefore(there, Duration.ofMinutes(6));
    assertThat(find(here).confirmedUntil()).isBefore(Instant.now());
    assertThat(find(there).confirmedUntil()).isAfter(Instant.now());
    var confirm = world.bean(ConfirmSession.class);

    var wrong =
        catchThrowableOfType(Rejected.class, () -> confirm.confirm(find(here), "not this one"));
    assertThat(wrong.problems()).extracting(Problem::field).containsExactly("password");
    assertThat(find(here).confirmedUntil()).isBefore(Instant.now());

    var proved = confirm.confirm(find(here), PASSWORD);
    assertThat(proved.session().confirmedUntil()).isAfter(Instant.now());
    assertThat(find(proved).confirmedUntil()).isAfter(Instant.now());
  }

  @Test
  void whoProvesAgainGoesOnWithANewTokenAndTheOneBeforeIsWorthless() {
    var before = signUp("token-a");
    var other = signUp("token-b");

    var after = world.bean(ConfirmSession.class).confirm(find(before), PASSWORD);

    assertThat(after.token()).isNotEqualTo(before.token());
    assertThat(find(after).id()).isEqualTo(before.session().id());
    assertThat(find(after).csrfToken())
        .as("other windows go on")
        .isEqualTo(before.session().csrfToken());
    assertThat(isOpen(before)).as("what was on its way is answered").isTrue();
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.createUpdate(
                        "UPDATE session SET replaced_at = replaced_at - INTERVAL 31 SECOND"
                            + " WHERE id = :id")
                    .bind("id", before.session().id())
                    .execute());
    assertThat(isOpen(before)).isFalse();
    assertThat(isOpen(after)).isTrue();
    assertThat(isOpen(other)).isTrue();
  }

  @Test
  void whoUsesUpTheTriesToSignInKeepsNobodyFromProvingAgain() {
    var here = signUp("tries-a");
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(
              () -> world.bean(SignIn.class).signIn("tries-a@mail.vn", "wrong", client()))
          .isInstanceOf(NotSignedIn.class);
    }

    var proved = world.bean(ConfirmSession.class).confirm(here.session(), PASSWORD);

    assertThat(proved.session().confirmedUntil()).isAfter(Instant.now());
  }

  @Test
  void thePasswordIsNotGuessedWhereItIsAskedAgain() {
    var here = signUp("guess-a");
    var confirm = world.bean(ConfirmSession.class);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> confirm.confirm(here.session(), "wrong"))
          .isInstanceOf(Rejected.class);
    }
    assertThatThrownBy(() -> confirm.confirm(here.session(), PASSWORD))
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void allOtherSessionsAreEndedInOneGo() {
    var here = signUp("others-a");
    var also = signIn("others-a");
    var stranger = signUp("others-b");

    world.bean(RevokeSession.class).revokeOthers(here.session());

    assertThat(isOpen(here)).isTrue();
    assertThat(isOpen(also)).isFalse();
    assertThat(isOpen(stranger)).isTrue();
  }

  @Test
  void whoLeavesTakesTheirKeysAlong() {
    var owner = signUp("leave-a");
    var other = signUp("leave-b");
    var minh = world.member(tenant(owner), "leave-b@mail.vn", "Minh", "sales");
    var create = world.bean(CreateApiKey.class);
    var find = world.bean(FindApiKey.class);
    var made = create.create(tenant(owner), minh.id(), "POS", Set.of("customer:read"), null);
    var own = create.create(tenant(other), minh.id(), "Web", Set.of("customer:read"), null);
    assertThat(find.find(made.key(), client()).orElseThrow().makerRole()).isEqualTo("sales");

    world.bean(RemoveMember.class).remove(tenant(owner), minh.id());

    assertThat(find.find(made.key(), client())).isEmpty();
    assertThat(find.find(own.key(), client())).isPresent();
    assertThat(world.bean(ListApiKeys.class).list(tenant(owner)))
        .singleElement()
        .satisfies(key -> assertThat(key.createdBy().role()).isEmpty());
    assertThat(isOpen(other)).as("in their own workspace they stay signed in").isTrue();
  }

  @Test
  void theListSaysWhenAndFromWhereAKeyWasUsed() {
    var here = signUp("use-a");
    var there = signUp("use-b");
    var create = world.bean(CreateApiKey.class);
    var account = here.session().account().id();
    var made = create.create(tenant(here), account, "POS", Set.of("customer:read"), null);
    create.create(
        tenant(there), there.session().account().id(), "POS", Set.of("customer:read"), null);

    world.bean(FindApiKey.class).find(made.key(), new Client("203.0.113.7", null));

    var list = world.bean(ListApiKeys.class);
    assertThat(list.list(tenant(here)).getFirst().lastUsedFrom()).isEqualTo("203.0.113.7");
    assertThat(list.list(tenant(here)).getFirst().lastUsedAt()).isNotNull();
    assertThat(list.list(tenant(there)).getFirst().lastUsedAt()).isNull();
  }

  private static void revise(
      SignedIn in, Integer idle, Integer absolute, Integer most, Integer confirm) {
    world
        .bean(ReviseSignInPolicy.class)
        .revise(tenant(in), new ReviseSignInPolicy.Draft(idle, absolute, most, confirm, null), 0);
  }

  private static Client client() {
    return new Client("10.4.0." + NUMBER.incrementAndGet(), "Firefox");
  }

  private static SignedIn signUp(String slug) {
    return world
        .bean(SignUp.class)
        .signUp(
            new SignUp.Request(
                "Tiệm hoa", "p-" + slug, "retail", "Trần Lan", slug + "@mail.vn", PASSWORD, "vi"),
            client());
  }

  private static SignedIn signIn(String slug) {
    return world.bean(SignIn.class).signIn(slug + "@mail.vn", PASSWORD, client());
  }

  private static TenantId tenant(SignedIn in) {
    return in.session().workspace().tenant();
  }

  private static boolean isOpen(SignedIn in) {
    return world.bean(FindSession.class).find(in.token()).isPresent();
  }

  private static Session find(SignedIn in) {
    return world.bean(FindSession.class).find(in.token()).orElseThrow();
  }

  private static void seenBefore(SignedIn in, Duration before) {
    set("last_seen_at", in, before);
  }

  private static void openedBefore(SignedIn in, Duration before) {
    set("created_at", in, before);
  }

  private static void confirmedBefore(SignedIn in, Duration before) {
    set("confirmed_at", in, before);
  }

  private static void set(String column, SignedIn in, Duration before) {
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.createUpdate("UPDATE session SET " + column + " = :at WHERE id = :id")
                    .bind("at", Instant.now().minus(before))
                    .bind("id", in.session().id())
                    .execute());
  }
}
