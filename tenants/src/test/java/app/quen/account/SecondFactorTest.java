package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.account.internal.Codes;
import app.quen.control.ControlSchema;
import app.quen.limit.TooManyAttempts;
import app.quen.operating.Operator;
import app.quen.operating.ResetSecondFactor;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MovableClock;
import app.quen.testing.World;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SecondFactorTest {

  static final String PASSWORD = "mây trắng bay qua núi";
  static final AtomicInteger NUMBER = new AtomicInteger();
  static World world;

  @BeforeAll
  static void open() {
    world = World.with(MovableClock.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  /** An account with an authenticator application. */
  private record Protected(String name, SignedIn in, String secret, List<String> recovery) {

    /** What the application shows, in the next half minute, so that each code is a new one. */
    String nextCode() {
      world.bean(MovableClock.class).forward(Duration.ofSeconds(30));
      return code(secret);
    }
  }

  @Test
  void thePasswordAloneIsNotEnoughAnyMore() {
    var lan = protect("alone-a");
    signUp("alone-b");

    assertThatThrownBy(() -> signIn(lan.name(), null)).isInstanceOf(SecondFactorWanted.class);
    assertThatThrownBy(() -> signIn(lan.name(), " ")).isInstanceOf(SecondFactorWanted.class);
    assertThatThrownBy(
            () -> world.bean(SignIn.class).signIn(lan.name() + "@mail.vn", "x", "1", client()))
        .as("who does not know the password learns nothing of the second factor")
        .isInstanceOf(NotSignedIn.class);
    var wrong = catchThrowableOfType(Rejected.class, () -> signIn(lan.name(), "000000"));
    assertThat(wrong.problems()).extracting(Problem::field).containsExactly("code");

    assertThat(signIn(lan.name(), lan.nextCode()).session().account().email())
        .isEqualTo("alone-a@mail.vn");
    assertThat(signIn("alone-b", null).session().account().email()).isEqualTo("alone-b@mail.vn");
  }

  @Test
  void aCodeIsTakenOnceAlsoOfManyAtTheSameTime() throws Exception {
    var lan = protect("once");
    var code = lan.nextCode();
    Callable<Boolean> attempt =
        () -> {
          try {
            signIn(lan.name(), code);
            return true;
          } catch (Rejected e) {
            return false;
          }
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      var taken = 0;
      for (var one : threads.invokeAll(List.of(attempt, attempt, attempt, attempt))) {
        taken += one.get() ? 1 : 0;
      }
      assertThat(taken).isOne();
    }
    assertThatThrownBy(() -> signIn(lan.name(), code)).isInstanceOf(Rejected.class);
  }

  @Test
  void codesAreNotGuessed() {
    var lan = protect("guess");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> signIn(lan.name(), "000000")).isInstanceOf(Rejected.class);
    }
    var right = lan.nextCode();
    assertThatThrownBy(() -> signIn(lan.name(), right)).isInstanceOf(TooManyAttempts.class);
    assertThatThrownBy(
            () -> world.bean(ConfirmSession.class).confirmByCode(lan.in().session(), right))
        .as("the same limit where it is asked again")
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void aRecoveryCodeStandsInOnce() {
    var lan = protect("recover-a");
    var other = protect("recover-b");
    var code = lan.recovery().getFirst();
    assertThat(lan.recovery()).hasSize(10).doesNotHaveDuplicates();

    assertThatThrownBy(() -> signIn(other.name(), code)).isInstanceOf(Rejected.class);
    signIn(lan.name(), code.toUpperCase().replace('-', ' '));

    assertThatThrownBy(() -> signIn(lan.name(), code)).isInstanceOf(Rejected.class);
    var show = world.bean(ShowSecondFactor.class);
    assertThat(show.show(lan.in().session()).recoveryCodesLeft()).isEqualTo(9);
    assertThat(show.show(other.in().session()).recoveryCodesLeft()).isEqualTo(10);

    var renewed = world.bean(SetUpTotp.class).renewRecoveryCodes(lan.in().session());
    assertThatThrownBy(() -> signIn(lan.name(), lan.recovery().get(1)))
        .isInstanceOf(Rejected.class);
    signIn(lan.name(), renewed.get(1));
  }

  @Test
  void neitherSecretsNorRecoveryCodesAreInTheDatabase() {
    var lan = protect("plain");
    var stored =
        world
            .bean(ControlSchema.class)
            .call(
                sql ->
                    sql.createQuery(
                            "SELECT secret FROM totp WHERE account_id = :account UNION ALL SELECT"
                                + " code_hash FROM recovery_code WHERE account_id = :account")
                        .bind("account", lan.in().session().account().id())
                        .mapTo(byte[].class)
                        .list());

    assertThat(stored).hasSize(11);
    for (var one : stored) {
      var text = new String(one, StandardCharsets.ISO_8859_1);
      assertThat(text)
          .doesNotContain(new String(Codes.read(lan.secret()), StandardCharsets.ISO_8859_1));
      lan.recovery().forEach(code -> assertThat(text).doesNotContain(code.replace("-", "")));
    }
  }

  @Test
  void aSecretThatNobodyFinishedWithProtectsNothing() {
    var in = signUp("begun");
    var setUp = world.bean(SetUpTotp.class);
    var first = setUp.begin(in.session());
    var second = setUp.begin(in.session());
    assertThat(first.address()).startsWith("otpauth://totp/Quen%3Abegun%40mail.vn?secret=");
    assertThat(first.toString()).doesNotContain(first.secret());

    signIn("begun", null);
    assertThatThrownBy(() -> setUp.activate(in.session(), code(first.secret())))
        .as("a new beginning makes the first one worthless")
        .isInstanceOf(Rejected.class);
    setUp.activate(in.session(), code(second.secret()));
    assertThatThrownBy(() -> signIn("begun", null)).isInstanceOf(SecondFactorWanted.class);
    assertThatThrownBy(() -> setUp.begin(in.session())).isInstanceOf(Rejected.class);

    setUp.remove(in.session());
    signIn("begun", null);
    assertThatThrownBy(() -> setUp.renewRecoveryCodes(in.session())).isInstanceOf(NotFound.class);
  }

  @Test
  void aWorkspaceThatWantsMoreThanAPasswordLetsNobodyInWithoutIt() {
    var lan = signUp("want-a");
    var other = signUp("want-b");
    wantSecondFactor(lan);
    assertThat(find(lan).secondFactorMissing()).isTrue();
    assertThat(find(other).secondFactorMissing()).isFalse();
    assertThat(signIn("want-a", null).session().secondFactorMissing()).isTrue();

    var setUp = world.bean(SetUpTotp.class);
    var begun = setUp.begin(lan.session());
    setUp.activate(lan.session(), code(begun.secret()));

    assertThat(find(lan).secondFactorMissing()).isFalse();
    var refused = catchThrowableOfType(Rejected.class, () -> setUp.remove(find(lan)));
    assertThat(refused.problems()).extracting(Problem::code).containsExactly("required");
  }

  @Test
  void aSessionFromBeforeProvesTheRestWithACode() {
    var lan = signUp("late");
    var before = signIn("late", null);
    var protectedLan = protect(lan, "late");
    wantSecondFactor(lan);
    assertThat(find(before).secondFactorMissing()).isTrue();

    var confirm = world.bean(ConfirmSession.class);
    var after = confirm.confirmByCode(find(before), protectedLan.nextCode());

    assertThat(find(after).secondFactorMissing()).isFalse();
    assertThat(signIn("late", protectedLan.nextCode()).session().secondFactorMissing()).isFalse();
  }

  @Test
  void whoHasAnApplicationProvesAgainByACodeAndNotByThePasswordAlone() {
    var lan = protect("step-up-a");
    var minh = signUp("step-up-b");
    var confirm = world.bean(ConfirmSession.class);

    var refused =
        catchThrowableOfType(Rejected.class, () -> confirm.confirm(find(lan.in()), PASSWORD));

    assertThat(refused.problems()).extracting(Problem::field).containsExactly("code");
    assertThat(refused.problems()).extracting(Problem::code).containsExactly("required");
    assertThat(confirm.confirmByCode(find(lan.in()), lan.nextCode()).token()).isNotEmpty();
    assertThat(confirm.confirm(find(minh), PASSWORD).token()).isNotEmpty();
  }

  @Test
  void recoveryCodesAreTooLongToBeTriedAgainstTheirHashes() {
    var lan = protect("long-codes");
    assertThat(lan.recovery()).allMatch(code -> code.matches("([a-z2-9]{4}-){5}[a-z2-9]{4}"));
  }

  @Test
  void secretsGoOnAfterTheyWereWrappedAnew() {
    var lan = protect("rewrap");

    assertThat(world.bean(RewrapSecondFactors.class).rewrapAll()).isPositive();

    signIn(lan.name(), lan.nextCode());
  }

  @Test
  void anOperatorLetsSomebodyInByThePasswordAgainAndIsWrittenDown() {
    var lan = protect("lost-a");
    var minh = protect("lost-b");
    var operator = new Operator(UUID.randomUUID(), "Hà");
    var reset = world.bean(ResetSecondFactor.class);
    assertThatThrownBy(() -> reset.reset(operator, "lost-a@mail.vn", " "))
        .isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> reset.reset(operator, "nobody@mail.vn", "mất máy"))
        .isInstanceOf(NotFound.class);

    reset.reset(operator, "LOST-A@mail.vn", "mất máy");

    assertThat(world.bean(FindSession.class).find(lan.in().token())).isEmpty();
    assertThat(signIn("lost-a", null).session().account().email()).isEqualTo("lost-a@mail.vn");
    assertThatThrownBy(() -> signIn("lost-b", null)).isInstanceOf(SecondFactorWanted.class);
    assertThat(find(minh.in())).isNotNull();
    var log =
        world
            .bean(ControlSchema.class)
            .call(
                sql ->
                    sql.createQuery(
                            "SELECT CONCAT_WS(' ', operator_name, action, slug, detail) FROM"
                                + " operator_log WHERE action = 'reset-second-factor'")
                        .mapTo(String.class)
                        .list());
    assertThat(log).containsExactly("Hà reset-second-factor f-lost-a lost-a@mail.vn: mất máy");
  }

  private static Protected protect(String name) {
    return protect(signUp(name), name);
  }

  private static Protected protect(SignedIn in, String name) {
    var setUp = world.bean(SetUpTotp.class);
    var begun = setUp.begin(in.session());
    var recovery = setUp.activate(in.session(), code(begun.secret()));
    return new Protected(name, in, begun.secret(), recovery);
  }

  private static void wantSecondFactor(SignedIn in) {
    world
        .bean(ReviseSignInPolicy.class)
        .revise(
            in.session().workspace().tenant(),
            new ReviseSignInPolicy.Draft(null, null, null, null, true),
            0);
  }

  private static String code(String secret) {
    return Codes.at(secret, world.bean(Clock.class).instant());
  }

  private static Session find(SignedIn in) {
    return world.bean(FindSession.class).find(in.token()).orElseThrow();
  }

  private static Client client() {
    return new Client("10.5.0." + NUMBER.incrementAndGet(), "Firefox");
  }

  private static SignedIn signUp(String name) {
    return world
        .bean(SignUp.class)
        .signUp(
            new SignUp.Request(
                "Tiệm hoa", "f-" + name, "retail", "Trần Lan", name + "@mail.vn", PASSWORD, "vi"),
            client());
  }

  private static SignedIn signIn(String name, String code) {
    return world.bean(SignIn.class).signIn(name + "@mail.vn", PASSWORD, code, client());
  }
}
