package app.quen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.control.ControlSchema;
import app.quen.tenant.TenantUnavailable;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MovableClock;
import app.quen.testing.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class RepeatedRequestsTest {

  private static final String PASSWORD = "mây trắng bay qua núi";
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static World world;
  private static SignUp signUp;

  private final String slug = "again-" + NUMBER.incrementAndGet();
  private final String key = UUID.randomUUID().toString();

  @BeforeAll
  static void open() {
    world = World.with(MovableClock.class);
    signUp = world.bean(SignUp.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void aSignUpThatIsSentAgainMakesNothingAndSignsInAnew() {
    var first = signUp(slug, slug, PASSWORD);
    var again = signUp(slug, slug, PASSWORD);

    assertThat(first.repeated()).isFalse();
    assertThat(again.repeated()).isTrue();
    assertThat(again.result().session().workspace().tenant())
        .isEqualTo(first.result().session().workspace().tenant());
    assertThat(again.result().session().account()).isEqualTo(first.result().session().account());
    assertThat(again.result().token()).isNotEqualTo(first.result().token());
    assertThat(world.bean(FindSession.class).find(first.result().token())).isPresent();
    assertThat(tenants(slug)).isEqualTo(1);
  }

  @Test
  void whoDoesNotKnowThePasswordGetsNoSession() {
    signUp(slug, slug, PASSWORD);
    assertThatThrownBy(() -> signUp(slug, slug, "một mật khẩu khác hẳn"))
        .isInstanceOf(KeyMismatch.class);
  }

  @Test
  void aDifferentSignUpWithTheKeyIsRefusedAndAnotherAddressHasKeysOfItsOwn() {
    signUp(slug, slug, PASSWORD);
    assertThatThrownBy(() -> signUp(slug + "-x", slug, PASSWORD)).isInstanceOf(KeyMismatch.class);
    assertThat(signUp(slug + "-y", slug + "-y", PASSWORD).repeated()).isFalse();
  }

  @Test
  void ofManyAtOnceOneSignsUpAndTheOthersGetItsWorkspace() throws Exception {
    int callers = 4;
    var together = new CyclicBarrier(callers);
    var done = new ArrayList<Done<SignedIn>>();
    try (var threads = Executors.newFixedThreadPool(callers)) {
      var running = new ArrayList<Future<Done<SignedIn>>>();
      Callable<Done<SignedIn>> patient =
          () -> {
            together.await();
            // told to come again while the first is still at it
            return await()
                .ignoreExceptionsInstanceOf(TenantUnavailable.class)
                .until(() -> signUp(slug, slug, PASSWORD), answer -> true);
          };
      for (int i = 0; i < callers; i++) {
        running.add(threads.submit(patient));
      }
      for (var each : running) {
        done.add(each.get());
      }
    }
    assertThat(done).filteredOn(answer -> !answer.repeated()).hasSize(1);
    assertThat(done)
        .extracting(answer -> answer.result().session().workspace().slug())
        .containsOnly(slug);
    assertThat(tenants(slug)).isEqualTo(1);
  }

  @Test
  void afterADayAKeyMayBeUsedAgain() {
    signUp(slug, slug, PASSWORD);
    world.bean(MovableClock.class).forward(Duration.ofHours(25));
    assertThatThrownBy(() -> signUp(slug, slug, PASSWORD)).isInstanceOf(Rejected.class);
    assertThat(signUp(slug + "-z", slug + "-z", PASSWORD).repeated()).isFalse();
  }

  @Test
  void aWorkspaceIsFoundedOnceForAKeyOfTheAccount() {
    var owner = signUp(slug, slug, PASSWORD).result();
    var other = signUp(slug + "-o", slug + "-o", PASSWORD).result();

    var first = found(owner, slug + "-2");
    world.bean(SwitchWorkspace.class).switchTo(first.result(), slug);
    var again = found(owner, slug + "-2");

    assertThat(first.repeated()).isFalse();
    assertThat(again.repeated()).isTrue();
    assertThat(world.bean(FindSession.class).find(owner.token()).orElseThrow().workspace().slug())
        .isEqualTo(slug + "-2");
    assertThatThrownBy(() -> found(owner, slug + "-3")).isInstanceOf(KeyMismatch.class);
    assertThat(found(other, slug + "-3").repeated()).isFalse();
    assertThat(tenants(slug + "-2")).isEqualTo(1);
  }

  @Test
  void aKeyIsVisibleAscii() {
    for (String bad : new String[] {"", "a b", "khóa", "x".repeat(201)}) {
      assertThatThrownBy(() -> new RequestKey("a", bad)).isInstanceOf(Rejected.class);
    }
  }

  private Done<SignedIn> signUp(String slug, String name, String password) {
    var request =
        new SignUp.Request(
            "Tiệm hoa", slug, "retail", "Trần Lan", name + "@again.example", password, "vi");
    return signUp.signUp(request, client(), new RequestKey("", key));
  }

  private Done<Session> found(SignedIn owner, String slug) {
    return world
        .bean(FoundWorkspace.class)
        .found(
            owner.session(),
            "Quán trà",
            slug,
            "services",
            client(),
            new RequestKey("account " + owner.session().account().id(), key));
  }

  /** Another address each time, so that no limit is reached by chance. */
  private static Client client() {
    return new Client("10.9.0." + NUMBER.incrementAndGet(), "JUnit");
  }

  private static int tenants(String slug) {
    return world
        .bean(ControlSchema.class)
        .call(
            sql ->
                sql.createQuery("SELECT COUNT(*) FROM tenant WHERE slug = ?")
                    .bind(0, slug)
                    .mapTo(Integer.class)
                    .one());
  }
}
