package app.quen.provisioning;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.account.Client;
import app.quen.account.FindSession;
import app.quen.account.SignIn;
import app.quen.account.SignUp;
import app.quen.tenant.TenantState;
import app.quen.tenant.Tenants;
import app.quen.testing.MariaDb;
import app.quen.testing.World;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database dies while a tenant is being made; afterwards it is as if nobody had asked. */
class CrashTest {

  static final Client CLIENT = new Client("10.2.0.1", "JUnit");
  static MariaDb database;
  static World world;

  @BeforeAll
  static void open() {
    System.setProperty("quen.limit.sign-up.address", "1000/PT1H");
    // a pool trusts a connection for half a second after its last use; the database is back sooner
    System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "0");
    database = MariaDb.start();
    world = World.open(database);
  }

  @AfterAll
  static void close() {
    world.close();
    database.kill();
    System.clearProperty("com.zaxxer.hikari.aliveBypassWindowMs");
    System.clearProperty("quen.limit.sign-up.address");
  }

  static SignUp.Request request(String name) {
    return new SignUp.Request(
        "Tiệm " + name,
        name,
        "retail",
        "Trần Lan",
        name + "@example.vn",
        "mây trắng bay qua núi",
        "vi");
  }

  static List<String> rows(String query) throws SQLException {
    List<String> found = new ArrayList<>();
    try (var root = database.root();
        var rows = root.createStatement().executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  static void nothingIsHalfMade() throws SQLException {
    assertThat(rows("SELECT slug FROM quen_control.tenant WHERE state <> 'ACTIVE'")).isEmpty();
    assertThat(
            rows(
                "SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE"
                    + " 't\\_%'"))
        .containsExactlyInAnyOrderElementsOf(
            rows("SELECT CONCAT('t_', REPLACE(id, '-', '')) FROM quen_control.tenant"));
    assertThat(rows("SELECT user FROM mysql.user WHERE is_role = 'Y' AND user LIKE 'r\\_%'"))
        .containsExactlyInAnyOrderElementsOf(
            rows("SELECT CONCAT('r_', REPLACE(id, '-', '')) FROM quen_control.tenant"));
  }

  @Test
  void aSignUpWhoseDatabaseIsKilledCanBeRepeated() throws Exception {
    var signUp = world.bean(SignUp.class);
    for (var wait : new int[] {10, 60, 120, 200}) {
      var name = "crash-" + wait;
      var going = CompletableFuture.supplyAsync(() -> signUp.signUp(request(name), CLIENT));
      going.exceptionally(failure -> null).completeOnTimeout(null, wait, MILLISECONDS).join();
      database.kill();
      database.launch();
      var answered = going.exceptionally(failure -> null).join();

      // a commit may have been the last thing that the database did
      if (answered == null && !exists(name)) {
        var in = signUp.signUp(request(name), CLIENT);
        assertThat(world.bean(FindSession.class).find(in.token())).isPresent();
      }
      assertThat(
              world
                  .bean(SignIn.class)
                  .signIn(name + "@example.vn", "mây trắng bay qua núi", CLIENT)
                  .session()
                  .workspace()
                  .slug())
          .isEqualTo(name);
      nothingIsHalfMade();
    }
  }

  private static boolean exists(String slug) {
    return world
        .bean(Tenants.class)
        .findBySlug(slug)
        .filter(tenant -> tenant.state() == TenantState.ACTIVE)
        .isPresent();
  }

  @Test
  void theNextStartRemovesWhatADeadServerLeft() throws Exception {
    var reached = new CountDownLatch(1);
    var dead = new CompletableFuture<Void>();
    var going =
        CompletableFuture.runAsync(
            () ->
                world
                    .bean(Provisioning.class)
                    .provision(
                        new NewTenant("left-behind", "Left", "other", "vi"),
                        (sql, tenant) -> {
                          reached.countDown();
                          return dead.join();
                        }));
    reached.await();

    world.bean(Provisioning.class).sweep();
    assertThat(rows("SELECT state FROM quen_control.tenant WHERE slug = 'left-behind'"))
        .as("its maker lives")
        .containsExactly("PROVISIONING");

    database.kill();
    dead.completeExceptionally(new IllegalStateException("dead"));
    assertThatThrownBy(going::join).isNotNull();
    database.launch();
    assertThat(rows("SELECT state FROM quen_control.tenant WHERE slug = 'left-behind'"))
        .containsExactly("PROVISIONING");

    world.close();
    world = World.open(database);
    assertThat(rows("SELECT state FROM quen_control.tenant WHERE slug = 'left-behind'")).isEmpty();
    nothingIsHalfMade();
  }

  @Test
  void whatFailsLastUndoesEverything() throws Exception {
    assertThatThrownBy(
            () ->
                world
                    .bean(Provisioning.class)
                    .provision(
                        new NewTenant("undone", "Undone", "other", "vi"),
                        (sql, tenant) -> {
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    assertThat(rows("SELECT slug FROM quen_control.tenant WHERE slug = 'undone'")).isEmpty();
    nothingIsHalfMade();
  }
}
