package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.account.LyingProvider.Lie;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.TestMembers;
import app.quen.testing.World;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedDatabase.class)
class SignInProviderTest {

  static final String PASSWORD = TestMembers.PASSWORD;
  static final AtomicInteger NUMBER = new AtomicInteger();
  static World world;
  static LyingProvider one;
  static LyingProvider other;

  @BeforeAll
  static void open() {
    System.setProperty("quen.outbound.private-hosts", "localhost");
    world = World.open();
    one = new LyingProvider();
    other = new LyingProvider();
  }

  @AfterAll
  static void close() {
    one.close();
    other.close();
    world.close();
    System.clearProperty("quen.outbound.private-hosts");
  }

  @Test
  void aColleagueComesInForTheFirstTimeAndIsTheSameTheNextTime() {
    var shop = shop("first", "sales", false);

    var lan = come(shop, "lan@first.vn");

    var session = lan.session();
    assertThat(session.byProvider()).isTrue();
    assertThat(session.workspace().tenant()).isEqualTo(shop.tenant());
    assertThat(session.workspace().role()).isEqualTo("sales");
    assertThat(session.account().name()).isEqualTo("Trần Lan");
    var again = come(shop, "lan.moi@first.vn").session();
    assertThat(again.account())
        .as("by its subject, not by the address")
        .isEqualTo(session.account());
    assertThat(find(lan).secondFactorMissing()).isFalse();
    assertThatThrownBy(() -> world.bean(SignIn.class).signIn("lan@first.vn", "", client()))
        .as("without a password no password fits")
        .isInstanceOf(NotSignedIn.class);
  }

  @Test
  void whoIsAMemberAlreadyIsLinkedAndWhoIsNoneIsNotLetIn() {
    var shop = shop("colleagues", null, false);
    assertThat(code(() -> come(shop, "lan@colleagues.vn"))).isEqualTo("not-invited");
    var lan = world.member(shop.tenant(), "lan@colleagues.vn", "Lan", "sales");

    assertThat(come(shop, "LAN@colleagues.vn").session().account().id()).isEqualTo(lan.id());

    world.bean(RemoveMember.class).remove(shop.tenant(), lan.id());
    assertThat(code(() -> come(shop, "lan@colleagues.vn"))).isEqualTo("no-member");
  }

  @Test
  void anAccountThatSomebodyElseMayHaveMadeIsNotJoinedSilently() {
    var shop = shop("silent", "sales", false);
    signUp("squatter", "lan@silent.vn");

    assertThat(code(() -> come(shop, "lan@silent.vn"))).isEqualTo("other-account");
  }

  @Test
  void whatTheProviderSaysMustHold() {
    var shop = shop("lies", "sales", false);
    var mail = email("lan@lies.vn");

    assertThat(code(() -> come(shop, mail, Lie.FORGED))).isEqualTo("bad-token");
    assertThat(code(() -> come(shop, mail, Lie.UNSIGNED))).isEqualTo("bad-token");
    assertThat(code(() -> come(shop, mail, Lie.SIGNED_WITH_THE_SECRET))).isEqualTo("bad-token");
    for (UnaryOperator<JWTClaimsSet.Builder> bent :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            claims -> claims.issuer("https://evil.example"),
            claims -> claims.issuer(null),
            claims -> claims.audience("somebody-else"),
            claims -> claims.audience((String) null),
            claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(600))),
            claims -> claims.expirationTime(null),
            claims -> claims.claim("nonce", "of another question"),
            claims -> claims.claim("nonce", null),
            claims -> claims.subject(null),
            claims -> claims.subject("x".repeat(256)))) {
      assertThat(code(() -> come(shop, claims -> bent.apply(mail.apply(claims)), Lie.NONE)))
          .isEqualTo("bad-token");
    }
    assertThat(
            code(
                () ->
                    come(
                        shop,
                        claims -> mail.apply(claims).claim("email_verified", false),
                        Lie.NONE)))
        .isEqualTo("email-unverified");
    assertThat(
            code(
                () ->
                    come(
                        shop,
                        claims -> mail.apply(claims).claim("email_verified", null),
                        Lie.NONE)))
        .isEqualTo("email-unverified");
    assertThat(code(() -> come(shop, claims -> claims, Lie.NONE))).isEqualTo("email-unverified");
    assertThat(code(() -> come(shop, "lan@other.vn"))).isEqualTo("email-domain");
    assertThat(code(() -> come(shop, "lan@lies.vn@evil.vn"))).isEqualTo("email-unverified");
    come(shop, "lan@lies.vn");
  }

  @Test
  void anAnswerIsTakenOnceInTheBrowserThatAskedAndForTheWorkspaceThatWasAsked() {
    var shop = shop("once", "sales", false);
    var rival = shop("once-rival", "sales", false, other);
    var through = world.bean(SignInThroughProvider.class);

    var asked = through.begin(shop.slug(), false, client());
    var code = one.signedIn(asked.address(), email("lan@once.vn"), Lie.NONE);
    var state = LyingProvider.form(asked.address().getRawQuery()).get("state");
    refused(shop.slug(), state, code, "another browser");
    refused(shop.slug(), "another state", code, asked.kept());
    through.signIn(answer(shop.slug(), state, code, asked.kept(), null), client());
    refused(shop.slug(), state, code, asked.kept());

    var mine = through.begin(shop.slug(), false, client());
    var myState = LyingProvider.form(mine.address().getRawQuery()).get("state");
    var myCode = one.signedIn(mine.address(), email("lan@once.vn"), Lie.NONE);
    assertThat(
            code(
                () ->
                    through.signIn(
                        answer(rival.slug(), myState, myCode, mine.kept(), null), client())))
        .as("one workspace's answer for the other")
        .isEqualTo("outdated");

    var theirs = through.begin(rival.slug(), false, client());
    var theirState = LyingProvider.form(theirs.address().getRawQuery()).get("state");
    var foreign = through.begin(shop.slug(), false, client());
    var foreignCode = one.signedIn(foreign.address(), email("lan@once.vn"), Lie.NONE);
    assertThat(
            code(
                () ->
                    through.signIn(
                        answer(rival.slug(), theirState, foreignCode, theirs.kept(), null),
                        client())))
        .as("one provider's code for the other")
        .isEqualTo("denied");

    var mixed = through.begin(shop.slug(), false, client());
    var mixedState = LyingProvider.form(mixed.address().getRawQuery()).get("state");
    var mixedCode = one.signedIn(mixed.address(), email("lan@once.vn"), Lie.NONE);
    assertThat(
            code(
                () ->
                    through.signIn(
                        answer(shop.slug(), mixedState, mixedCode, mixed.kept(), other.issuer()),
                        client())))
        .as("an answer that says to be from the other provider")
        .isEqualTo("bad-token");
  }

  @Test
  void whoHasGivenUpAtTheProviderOrWasTooLateThereIsToldSo() {
    var shop = shop("given-up", "sales", false);
    var rival = shop("given-up-rival", "sales", false, other);
    var through = world.bean(SignInThroughProvider.class);

    for (var said :
        Map.of(
                "access_denied", "cancelled",
                "temporarily_unavailable", "unfinished",
                "login_required", "unfinished",
                "unauthorized_client", "denied")
            .entrySet()) {
      var asked = through.begin(shop.slug(), false, client());
      var state = LyingProvider.form(asked.address().getRawQuery()).get("state");
      var answer =
          new SignInThroughProvider.Answer(
              shop.slug(), state, null, asked.kept(), null, said.getKey());
      assertThat(
              code(
                  () ->
                      through.signIn(
                          new SignInThroughProvider.Answer(
                              rival.slug(), "x", null, asked.kept(), null, said.getKey()),
                          client())))
          .isEqualTo("outdated");
      assertThat(code(() -> through.signIn(answer, client()))).isEqualTo(said.getValue());
      assertThat(code(() -> through.signIn(answer, client()))).as("once").isEqualTo("outdated");
    }
  }

  @Test
  void whoWantsToComeAsSomebodyElseIsAskedWhoTheyAre() {
    var shop = shop("another", "sales", false);
    shop("another-rival", "sales", false, other);
    try {
      assertThat(prompt(shop, false)).isNull();
      assertThat(prompt(shop, true)).as("each provider has to know it").isEqualTo("login");
      one.knowPrompts("none", "login", "consent");
      assertThat(prompt(shop, true)).isEqualTo("login");
      one.knowPrompts("none", "login", "select_account");
      assertThat(prompt(shop, true)).isEqualTo("select_account");
      assertThat(prompt(shop, false)).isNull();
    } finally {
      one.knowPrompts();
    }
  }

  private static @Nullable String prompt(Shop shop, boolean choose) {
    var asked = world.bean(SignInThroughProvider.class).begin(shop.slug(), choose, client());
    return LyingProvider.form(asked.address().getRawQuery()).get("prompt");
  }

  @Test
  void whoComesIsNotToldToMendWhatAnOwnerHasToMend() {
    var shop = shop("gone", "sales", false);
    var gone = new LyingProvider();
    revise(shop, draft(gone.issuer(), null, LyingProvider.SECRET, null, null));
    gone.close();

    var refused =
        catchThrowableOfType(
            Rejected.class,
            () -> world.bean(SignInThroughProvider.class).begin(shop.slug(), false, client()));

    assertThat(refused.problems().getFirst().code()).isEqualTo("unreachable");
    assertThat(refused.problems().getFirst().en()).doesNotContain("Check the address");
  }

  @Test
  void theSessionIsGoodForItsWorkspaceAlone() {
    var shop = shop("alone", "sales", false);
    var rival = shop("alone-rival", null, false, other);
    var session = come(shop, "lan@alone.vn").session();
    world.member(rival.tenant(), "lan@alone.vn", "Lan", "sales");

    assertThatThrownBy(() -> world.bean(SwitchWorkspace.class).switchTo(session, rival.slug()))
        .isInstanceOf(OwnSignInWanted.class);
    assertThatThrownBy(
            () ->
                world
                    .bean(FoundWorkspace.class)
                    .found(session, "Của Lan", "alone-new", "retail", client()))
        .isInstanceOf(OwnSignInWanted.class);
  }

  @Test
  void aWorkspaceCanTakeItsProvidersWordOnlyAndOwnersKeepAWayIn() {
    var shop = shop("only", "sales", true);
    var rival = shop("only-rival", "sales", false, other);
    world.member(shop.tenant(), "minh@only.vn", "Minh", "sales");

    var minh = world.bean(SignIn.class).signIn("minh@only.vn", PASSWORD, client());
    assertThat(minh.session().providerMissing()).isTrue();
    assertThat(find(minh).providerMissing()).isTrue();
    assertThat(find(shop.owner()).providerMissing()).isFalse();
    assertThat(find(rival.owner()).providerMissing()).isFalse();
    var lan = come(shop, "lan@only.vn");
    assertThat(lan.session().providerMissing()).isFalse();
    assertThat(find(lan).providerMissing()).isFalse();

    revise(shop, draft(null, null, null, null, false));
    assertThat(find(minh).providerMissing()).isFalse();
  }

  @Test
  void sessionsEndWithTheProviderThatOpenedThem() {
    var shop = shop("ends", "sales", false);
    var rival = shop("ends-rival", "sales", false, other);
    var lan = come(shop, "lan@ends.vn");
    var minh = come(rival, "minh@ends-rival.vn");
    revise(shop, draft(null, "Tên khác", null, null, null));
    assertThat(world.bean(FindSession.class).find(lan.token())).isPresent();

    revise(shop, draft(other.issuer(), null, LyingProvider.SECRET, null, null));

    assertThat(world.bean(FindSession.class).find(lan.token())).isEmpty();
    assertThat(world.bean(FindSession.class).find(shop.owner().token())).isPresent();
    assertThat(world.bean(FindSession.class).find(minh.token())).isPresent();
    world.bean(ReviseSignInProvider.class).remove(rival.tenant());
    assertThat(world.bean(FindSession.class).find(minh.token())).isEmpty();
    assertThatThrownBy(
            () -> world.bean(SignInThroughProvider.class).begin(rival.slug(), false, client()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void aFreshProofIsOneOfThePersonByTheProviderThatLooksAgain() {
    var shop = shop("proof", "sales", false);
    var lan = come(shop, "lan@proof.vn");
    var through = world.bean(SignInThroughProvider.class);

    var asked = through.beginConfirmation(lan.session());
    var query = LyingProvider.form(asked.address().getRawQuery());
    assertThat(query).containsEntry("prompt", "login").containsEntry("max_age", "0");
    var code = one.signedIn(asked.address(), email("lan@proof.vn"), Lie.NONE);
    var proved =
        through.confirm(
            lan.session(), answer(shop.slug(), query.get("state"), code, asked.kept(), null));
    assertThat(proved.session().confirmedUntil()).isAfter(lan.session().confirmedUntil());

    for (UnaryOperator<JWTClaimsSet.Builder> bent :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            claims -> claims.subject("somebody else"),
            claims -> claims.claim("auth_time", null),
            claims ->
                claims.claim("auth_time", Instant.now().minusSeconds(600).getEpochSecond()))) {
      var next = through.beginConfirmation(lan.session());
      var state = LyingProvider.form(next.address().getRawQuery()).get("state");
      var bad =
          one.signedIn(
              next.address(), claims -> bent.apply(email("lan@proof.vn").apply(claims)), Lie.NONE);
      assertThat(
              code(
                  () ->
                      through.confirm(
                          lan.session(), answer(shop.slug(), state, bad, next.kept(), null))))
          .isEqualTo("not-proved");
    }
    var forSignIn = through.begin(shop.slug(), false, client());
    var state = LyingProvider.form(forSignIn.address().getRawQuery()).get("state");
    assertThat(
            code(
                () ->
                    through.confirm(
                        lan.session(), answer(shop.slug(), state, "x", forSignIn.kept(), null))))
        .isEqualTo("outdated");
    assertThatThrownBy(() -> through.beginConfirmation(shop.owner().session()))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void theSecretIsNowhereInPlainAndIsWrappedAnew() {
    var shop = shop("secret", "sales", false);
    var stored =
        world
            .bean(ControlSchema.class)
            .call(
                sql ->
                    sql.createQuery(
                            "SELECT client_secret FROM sign_in_provider WHERE tenant_id = :id")
                        .bind("id", shop.tenant().value())
                        .mapTo(byte[].class)
                        .one());
    assertThat(new String(stored, StandardCharsets.ISO_8859_1))
        .doesNotContain(LyingProvider.SECRET);
    assertThat(world.bean(RewrapSecondFactors.class).rewrapAll()).isPositive();
    come(shop, "lan@secret.vn");
    assertThat(draft("x", "y", "secret text", "sales", true).toString())
        .doesNotContain("secret text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://accounts.google.com",
        "http://127.0.0.1:8080",
        "https://127.0.0.1",
        "https://[::1]",
        "https://10.0.0.7/realms/x",
        "https://169.254.169.254/latest",
        "https://[fd00::1]/x",
        "https://[::ffff:10.0.0.7]/x",
        "file:///etc/passwd",
        "https://user:password@localhost/",
      })
  void nobodyMakesTheServerCallItsOwnNetwork(String issuer) {
    var shop = signUp("ssrf" + NUMBER.incrementAndGet(), "o@ssrf" + NUMBER.get() + ".vn");
    var refused =
        catchThrowableOfType(
            Rejected.class,
            () ->
                world
                    .bean(ReviseSignInProvider.class)
                    .revise(
                        shop.session().workspace().tenant(),
                        new ReviseSignInProvider.Draft(
                            issuer, "quen", LyingProvider.SECRET, "X", List.of("x.vn"), "", false),
                        0));
    assertThat(refused.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.field()).isEqualTo("issuer");
              assertThat(problem.code()).isIn("not-allowed", "malformed");
            });
  }

  @Test
  void whatIsNoProviderIsNotTaken() {
    var shop = shop("none", "sales", false);
    assertThat(
            rejection(shop, draft(one.issuer() + "/away", null, LyingProvider.SECRET, null, null)))
        .as("a redirect is not followed")
        .containsExactly("issuer:no-provider");
    assertThat(rejection(shop, draft(one.issuer() + "/", null, LyingProvider.SECRET, null, null)))
        .as("an issuer is one text, to the last letter")
        .containsExactly("issuer:no-provider");
    assertThat(rejection(shop, draft("http://localhost:1", null, LyingProvider.SECRET, null, null)))
        .containsExactly("issuer:unreachable");
    assertThat(rejection(shop, draft(other.issuer(), null, null, null, null)))
        .as("the secret is told to no new address")
        .containsExactly("clientSecret:required");
    assertThat(rejection(shop, draft(null, null, null, "owner", null)))
        .containsExactly("joinRole:owner");
    one.callYourself("https://accounts.google.com");
    try {
      assertThat(code(() -> come(shop, "lan@none.vn"))).isEqualTo("no-provider");
    } finally {
      one.callYourself(null);
    }
    assertThatThrownBy(
            () ->
                world
                    .bean(ReviseSignInProvider.class)
                    .revise(shop.tenant(), draft(null, "X", null, null, null), 7))
        .isInstanceOf(Changed.class);
  }

  private record Shop(SignedIn owner, LyingProvider provider) {

    TenantId tenant() {
      return owner.session().workspace().tenant();
    }

    String slug() {
      return owner.session().workspace().slug();
    }
  }

  private static Shop shop(String name, @Nullable String joinRole, boolean onlyWay) {
    return shop(name, joinRole, onlyWay, one);
  }

  private static Shop shop(
      String name, @Nullable String joinRole, boolean onlyWay, LyingProvider provider) {
    var shop = new Shop(signUp(name, "owner@" + name + ".vn"), provider);
    world
        .bean(ReviseSignInProvider.class)
        .revise(
            shop.tenant(),
            new ReviseSignInProvider.Draft(
                provider.issuer(),
                "quen",
                LyingProvider.SECRET,
                "Công ty",
                List.of(" " + name + ".VN"),
                joinRole == null ? "" : joinRole,
                onlyWay),
            0);
    return shop;
  }

  private static ReviseSignInProvider.Draft draft(
      @Nullable String issuer,
      @Nullable String label,
      @Nullable String secret,
      @Nullable String joinRole,
      @Nullable Boolean onlyWay) {
    return new ReviseSignInProvider.Draft(issuer, null, secret, label, null, joinRole, onlyWay);
  }

  private static void revise(Shop shop, ReviseSignInProvider.Draft draft) {
    var version = world.bean(ShowSignInProvider.class).show(shop.tenant()).orElseThrow().version();
    world.bean(ReviseSignInProvider.class).revise(shop.tenant(), draft, version);
  }

  private static List<String> rejection(Shop shop, ReviseSignInProvider.Draft draft) {
    return catchThrowableOfType(Rejected.class, () -> revise(shop, draft)).problems().stream()
        .map(problem -> problem.field() + ":" + problem.code())
        .toList();
  }

  private static UnaryOperator<JWTClaimsSet.Builder> email(String email) {
    return claims -> claims.claim("email", email);
  }

  private static SignedIn come(Shop shop, String email) {
    return come(shop, email(email), Lie.NONE);
  }

  private static SignedIn come(Shop shop, UnaryOperator<JWTClaimsSet.Builder> claims, Lie lie) {
    var through = world.bean(SignInThroughProvider.class);
    var asked = through.begin(shop.slug(), false, client());
    var state = LyingProvider.form(asked.address().getRawQuery()).get("state");
    var code = shop.provider().signedIn(asked.address(), claims, lie);
    return through.signIn(answer(shop.slug(), state, code, asked.kept(), null), client());
  }

  private static SignInThroughProvider.Answer answer(
      String slug, String state, String code, String kept, @Nullable String issuer) {
    return new SignInThroughProvider.Answer(slug, state, code, kept, issuer, null);
  }

  private static void refused(String slug, String state, String code, String kept) {
    var through = world.bean(SignInThroughProvider.class);
    assertThat(code(() -> through.signIn(answer(slug, state, code, kept, null), client())))
        .isEqualTo("outdated");
  }

  /** Why somebody was not let in, also where the workspace is told. */
  private static String code(Runnable attempt) {
    var thrown = catchThrowableOfType(RuntimeException.class, attempt::run);
    var rejected = thrown instanceof RefusedEntrance entrance ? entrance.reason() : thrown;
    assertThat(rejected).isInstanceOf(Rejected.class);
    return ((Rejected) rejected).problems().getFirst().code();
  }

  private static Session find(SignedIn in) {
    return world.bean(FindSession.class).find(in.token()).orElseThrow();
  }

  private static Client client() {
    return new Client("10.7.0." + NUMBER.incrementAndGet(), "Firefox");
  }

  private static SignedIn signUp(String name, String email) {
    return world
        .bean(SignUp.class)
        .signUp(
            new SignUp.Request("Tiệm hoa", name, "retail", "Trần Hoa", email, PASSWORD, "vi"),
            client());
  }
}
