package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.account.Device.Bend;
import app.quen.control.ControlSchema;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class PasskeyTest {

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
  void aPersonComesInByTheirDeviceWithoutNameOrPassword() {
    var lan = signUp("in-a");
    var minh = signUp("in-b");
    var phone = add(lan, "Điện thoại");
    var laptop = add(minh, "Máy tính");

    assertThat(signIn(phone, Bend.NOTHING).session().account()).isEqualTo(lan.session().account());
    assertThat(signIn(laptop, Bend.NOTHING).session().account())
        .isEqualTo(minh.session().account());
    assertThat(signIn(phone, Bend.NOTHING).session().workspace().slug()).isEqualTo("k-in-a");
    assertThat(world.bean(ListPasskeys.class).list(lan.session()))
        .singleElement()
        .satisfies(
            passkey -> {
              assertThat(passkey.name()).isEqualTo("Điện thoại");
              assertThat(passkey.lastUsedAt()).isNotNull();
            });
  }

  @Test
  void anAnswerIsTakenOnce() {
    var phone = add(signUp("once"), "Điện thoại");
    var begun = world.bean(SignInWithPasskey.class).begin(client());
    var answer = phone.prove(begun);
    world.bean(SignInWithPasskey.class).signIn(answer, client());

    refused(() -> world.bean(SignInWithPasskey.class).signIn(answer, client()));
    refused(() -> world.bean(SignInWithPasskey.class).signIn(phone.prove(begun), client()));
  }

  @Test
  void whatSomebodyBentIsRefused() {
    var phone = add(signUp("bent"), "Điện thoại");

    refused(() -> signIn(phone, Bend.NOTHING.origin("https://quen.evil.example")));
    refused(() -> signIn(phone, Bend.NOTHING.site("evil.example")));
    refused(() -> signIn(phone, Bend.NOTHING.unverified()));
    refused(() -> signIn(phone, Bend.NOTHING.forgery()));
    signIn(phone, Bend.NOTHING);
    signIn(phone, Bend.NOTHING);
    refused(() -> signIn(phone, Bend.NOTHING.cloned()));
    for (var nonsense : new String[] {"", "{}", "null", "[1]", "{\"id\": 5}", "x"}) {
      refused(() -> world.bean(SignInWithPasskey.class).signIn(nonsense, client()));
    }
    refused(() -> signIn(new Device(), Bend.NOTHING));
  }

  @Test
  void whatIsBentIsNotAddedEither() {
    var lan = signUp("add");
    var add = world.bean(AddPasskey.class);
    var minh = signUp("add-other");

    refused(
        () ->
            add.finish(
                lan.session(),
                "x",
                new Device()
                    .make(add.begin(lan.session()), Bend.NOTHING.origin("http://evil.example"))));
    refused(
        () ->
            add.finish(
                lan.session(),
                "x",
                new Device().make(add.begin(lan.session()), Bend.NOTHING.unverified())));
    refused(() -> add.finish(lan.session(), "x", new Device().make(add.begin(minh.session()))));
    assertThat(world.bean(ListPasskeys.class).list(lan.session())).isEmpty();
  }

  @Test
  void anAnswerForOneThingIsNoneForAnother() {
    var lan = signUp("purpose-a");
    var minh = signUp("purpose-b");
    var phone = add(lan, "Điện thoại");
    var confirm = world.bean(ConfirmSession.class);

    var forSignIn = world.bean(SignInWithPasskey.class).begin(client());
    refused(() -> confirm.confirmByPasskey(lan.session(), phone.prove(forSignIn)));
    var forMinh = confirm.beginPasskey(minh.session());
    refused(() -> confirm.confirmByPasskey(lan.session(), phone.prove(forMinh)));
    refused(
        () ->
            confirm.confirmByPasskey(
                minh.session(), phone.prove(confirm.beginPasskey(minh.session()))));

    var proved =
        confirm.confirmByPasskey(lan.session(), phone.prove(confirm.beginPasskey(lan.session())));
    assertThat(proved.session().confirmedUntil()).isAfter(lan.session().createdAt());
  }

  @Test
  void aPasskeyIsMoreThanAPassword() {
    var lan = signUp("more");
    world
        .bean(ReviseSignInPolicy.class)
        .revise(
            lan.session().workspace().tenant(),
            new ReviseSignInPolicy.Draft(null, null, null, null, true),
            0);
    assertThat(find(lan).secondFactorMissing()).isTrue();

    var phone = add(lan, "Điện thoại");

    assertThat(signIn(phone, Bend.NOTHING).session().secondFactorMissing()).isFalse();
    var confirm = world.bean(ConfirmSession.class);
    confirm.confirmByPasskey(find(lan), phone.prove(confirm.beginPasskey(find(lan))));
    assertThat(find(lan).secondFactorMissing()).isFalse();

    var only = world.bean(ListPasskeys.class).list(lan.session()).getFirst().id();
    var kept =
        catchThrowableOfType(
            Rejected.class, () -> world.bean(RemovePasskey.class).remove(find(lan), only));
    assertThat(kept.problems()).extracting(Problem::code).containsExactly("required");
    add(lan, "Khóa USB");
    world.bean(RemovePasskey.class).remove(find(lan), only);
    refused(() -> signIn(phone, Bend.NOTHING));
  }

  @Test
  void passkeysAreNamedAndRemovedByTheirOwnerOnly() {
    var lan = signUp("own-a");
    var minh = signUp("own-b");
    var phone = add(lan, "Điện thoại");
    var id = world.bean(ListPasskeys.class).list(lan.session()).getFirst().id();
    var rename = world.bean(RenamePasskey.class);
    var remove = world.bean(RemovePasskey.class);

    assertThatThrownBy(() -> rename.rename(minh.session(), id, "Của tôi"))
        .isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> remove.remove(minh.session(), id)).isInstanceOf(NotFound.class);
    assertThatThrownBy(() -> remove.remove(lan.session(), UUID.randomUUID()))
        .isInstanceOf(NotFound.class);
    assertThat(rename.rename(lan.session(), id, " Máy cũ ").name()).isEqualTo("Máy cũ");
    assertThat(world.bean(AddPasskey.class).begin(lan.session()).known()).hasSize(1);
    remove.remove(lan.session(), id);
    refused(() -> signIn(phone, Bend.NOTHING));
  }

  @Test
  void oldChallengesAreWorthless() {
    var phone = add(signUp("old"), "Điện thoại");
    var begun = world.bean(SignInWithPasskey.class).begin(client());
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.execute(
                    "UPDATE passkey_challenge SET expires_at = UTC_TIMESTAMP() - INTERVAL 1"
                        + " SECOND"));

    refused(() -> world.bean(SignInWithPasskey.class).signIn(phone.prove(begun), client()));
    signIn(phone, Bend.NOTHING);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
    assertThatThrownBy(attempt)
        .isInstanceOfSatisfying(
            Rejected.class,
            e -> assertThat(e.problems()).extracting(Problem::field).containsExactly("passkey"));
  }

  private static Device add(SignedIn in, String name) {
    var device = new Device();
    var add = world.bean(AddPasskey.class);
    add.finish(in.session(), name, device.make(add.begin(in.session())));
    return device;
  }

  private static SignedIn signIn(Device device, Bend bend) {
    var signIn = world.bean(SignInWithPasskey.class);
    return signIn.signIn(device.prove(signIn.begin(client()), bend), client());
  }

  private static Session find(SignedIn in) {
    return world.bean(FindSession.class).find(in.token()).orElseThrow();
  }

  private static Client client() {
    return new Client("10.6.0." + NUMBER.incrementAndGet(), "Firefox");
  }

  private static SignedIn signUp(String name) {
    return world
        .bean(SignUp.class)
        .signUp(
            new SignUp.Request(
                "Tiệm hoa", "k-" + name, "retail", "Trần Lan", name + "@key.vn", PASSWORD, "vi"),
            client());
  }
}
