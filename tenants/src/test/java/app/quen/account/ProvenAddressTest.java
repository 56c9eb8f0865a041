package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.account.internal.Accounts;
import app.quen.control.ControlSchema;
import app.quen.limit.TooManyAttempts;
import app.quen.mail.MailRefused;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MailServer;
import app.quen.testing.TestMembers;
import app.quen.testing.World;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where mail is sent, an address is whose mail it is. */
@ExtendWith(EmbeddedDatabase.class)
class ProvenAddressTest {

  private static final String PASSWORD = "gió thổi qua cánh đồng";
  private static final Pattern LINK =
      Pattern.compile("https://quen\\.example/invitation#([A-Za-z0-9_-]{43})");
  private static final Pattern CODE = Pattern.compile(": ([a-z0-9]{8})\n");
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static MailServer mail;
  private static World world;
  private static UUID ownerOfA;

  @BeforeAll
  static void open() throws Exception {
    mail = new MailServer();
    System.setProperty("quen.mail.url", mail.url(""));
    System.setProperty("quen.mail.from", "quen@quen.example");
    System.setProperty("quen.public.url", "https://quen.example/");
    world = World.open();
    ownerOfA =
        world.member(a(), "chu-" + UUID.randomUUID() + "@mail.example", "Chị A", "owner").id();
  }

  @AfterAll
  static void close() throws Exception {
    world.close();
    for (var key : List.of("quen.mail.url", "quen.mail.from", "quen.public.url")) {
      System.clearProperty(key);
    }
    mail.close();
  }

  @Test
  void aMailedLinkIsToldNobodyElseAndProvesTheAddress() {
    var email = email();

    var invited = world.bean(InviteMember.class).invite(a(), email, "sales", ownerOfA);

    assertThat(invited.token()).isNull();
    var in =
        world.bean(AcceptInvitation.class).comeAnew(link(email), "Trần Minh", PASSWORD, client());
    assertThat(in.session().workspace().tenant()).isEqualTo(a());
    assertThat(isProven(in.session().account().id())).isTrue();
  }

  @Test
  void anAccountThatWasNeverProvenComesInByMailOnly() {
    var email = email();
    var account = world.member(world.b().id(), email, "Trần Minh", "owner");
    var handed = world.bean(InviteMember.class).invite(a(), email, "sales", ownerOfA).invitation();
    var token = link(email);
    asIfHandedOver(handed.id());
    var session = world.bean(SignIn.class).signIn(email, TestMembers.PASSWORD, client()).session();
    var accept = world.bean(AcceptInvitation.class);

    var refused = catchThrowableOfType(Rejected.class, () -> accept.join(token, session, client()));
    assertThat(refused.problems()).extracting(Problem::code).containsExactly("unproven");
    assertThat(isProven(account.id())).isFalse();

    world.bean(RenewInvitation.class).renew(a(), handed.id(), ownerOfA);
    var joined = accept.join(link(email), session, client());
    assertThat(joined.workspace().tenant()).isEqualTo(a());
    assertThat(isProven(account.id())).isTrue();
  }

  @Test
  void whereTheLetterIsNotTakenNobodyIsInvited() {
    var email = email();
    mail.answerReceivers("550 nobody here");
    try {
      assertThatThrownBy(() -> world.bean(InviteMember.class).invite(a(), email, "sales", ownerOfA))
          .isInstanceOf(MailRefused.class);
    } finally {
      mail.answerReceivers("250 fine");
    }
    assertThat(world.bean(ListInvitations.class).list(a()))
        .extracting(Invitation::email)
        .doesNotContain(email);
  }

  @Test
  void whoSignsUpShowsThatTheAddressIsTheirs() {
    var email = email();
    var slug = "chung-minh-" + NUMBER.incrementAndGet();

    assertThatThrownBy(() -> signUp(slug, email, null)).isInstanceOf(AddressProofWanted.class);
    assertThatThrownBy(() -> signUp(slug, email, "aaaaaaaa")).isInstanceOf(Rejected.class);
    assertThatThrownBy(() -> signUp(slug, email(), code(email)))
        .as("a code is of one address")
        .isInstanceOf(Rejected.class);
    var in = signUp(slug, email, " " + code(email).toUpperCase() + " ");

    assertThat(in.session().workspace().slug()).isEqualTo(slug);
    assertThat(isProven(in.session().account().id())).isTrue();
  }

  @Test
  void signUpTellsOnlyTheAddressItselfThatItHasAnAccount() {
    var email = email();
    world.member(a(), email, "Trần Minh", "sales");

    assertThatThrownBy(() -> signUp("da-co-" + NUMBER.incrementAndGet(), email, null))
        .isInstanceOf(AddressProofWanted.class);

    assertThat(mail.lettersTo(email))
        .singleElement()
        .asString()
        .contains("đã có tài khoản", "https://quen.example/signin");
  }

  @Test
  void codesAreNotGuessedAndNobodyIsPesteredByThem() {
    var email = email();
    var slug = "doan-ma-" + NUMBER.incrementAndGet();
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> signUp(slug, email, null)).isInstanceOf(AddressProofWanted.class);
    }
    assertThatThrownBy(() -> signUp(slug, email, null)).isInstanceOf(TooManyAttempts.class);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(() -> signUp(slug, email, "aaaaaaaa")).isInstanceOf(Rejected.class);
    }
    assertThatThrownBy(() -> signUp(slug, email, code(email))).isInstanceOf(TooManyAttempts.class);
  }

  private static TenantId a() {
    return world.a().id();
  }

  private static String email() {
    return "minh-" + UUID.randomUUID() + "@mail.example";
  }

  private static Client client() {
    return new Client("10.5.0." + NUMBER.incrementAndGet(), "Firefox");
  }

  private static SignedIn signUp(String slug, String email, @Nullable String code) {
    return world
        .bean(SignUp.class)
        .signUp(
            new SignUp.Request("Tiệm hoa", slug, "retail", "Trần Lan", email, PASSWORD, "vi", code),
            client());
  }

  private static String link(String email) {
    return found(LINK, email);
  }

  private static String code(String email) {
    return found(CODE, email);
  }

  private static String found(Pattern wanted, String email) {
    var matcher = wanted.matcher(mail.lettersTo(email).getLast());
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private static boolean isProven(UUID account) {
    return world.bean(Accounts.class).isProven(account);
  }

  /** As it is with an invitation from before a mail server was set. */
  private static void asIfHandedOver(UUID id) {
    world
        .bean(ControlSchema.class)
        .run(
            sql ->
                sql.createUpdate("UPDATE invitation SET mailed = FALSE WHERE id = :id")
                    .bind("id", id)
                    .execute());
  }
}
