package app.quen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.cell.Cells;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database refuses what is not the tenant's, whoever wrote the SQL. */
@ExtendWith(EmbeddedDatabase.class)
class IsolationTest {

  static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");
  static World world;
  static Work work;

  @BeforeAll
  static void open() {
    System.setProperty("quen.database.app.pool", "3");
    world = World.open();
    work = world.bean(Work.class);
    fill(world.a());
    fill(world.b());
  }

  @AfterAll
  static void close() {
    world.close();
    System.clearProperty("quen.database.app.pool");
  }

  static void fill(Tenant tenant) {
    world.run(
        tenant,
        () ->
            work.transact(
                () ->
                    work.entities()
                        .persist(new Probe(UuidCreator.getTimeOrderedEpoch(), tenant.slug(), AT))));
  }

  static List<String> names() {
    return work.transact(
        () -> work.sql().createQuery("SELECT name FROM probe").mapTo(String.class).list());
  }

  @Test
  void nativeSqlThroughJpaOnAnotherTenantsSchemaIsRefused() {
    var other = world.b().id().schema();
    assertThatThrownBy(
            () ->
                world.run(
                    world.a(),
                    () ->
                        work.transact(
                            () ->
                                work.entities()
                                    .createNativeQuery("SELECT name FROM " + other + ".probe")
                                    .getResultList())))
        .hasMessageContaining("command denied");
  }

  @Test
  void sqlOnAnotherTenantsSchemaIsRefusedForReadingWritingAndDefining() {
    var other = world.b().id().schema();
    for (var statement :
        List.of(
            "SELECT name FROM " + other + ".probe",
            "UPDATE " + other + ".probe SET name = 'x'",
            "DELETE FROM " + other + ".probe",
            "INSERT INTO " + other + ".probe SELECT * FROM probe",
            "DROP TABLE " + other + ".probe",
            "CREATE TABLE " + other + ".x (i INT)",
            "DROP TABLE probe",
            "ALTER TABLE probe ADD COLUMN x INT",
            "CREATE TEMPORARY TABLE x (i INT)",
            "USE " + other,
            "SELECT email FROM quen_control.account")) {
      assertThatThrownBy(
              () -> world.run(world.a(), () -> work.transact(() -> work.sql().execute(statement))))
          .as(statement)
          .hasMessageContaining("denied");
    }
  }

  @Test
  void theSameUnitSeesOnlyItsOwnSchemasNames() {
    var schemas =
        world.in(
            world.a(),
            () ->
                work.transact(
                    () ->
                        work.sql()
                            .createQuery(
                                "SELECT DISTINCT table_schema FROM information_schema.tables")
                            .mapTo(String.class)
                            .list()));
    assertThat(schemas)
        .containsOnly(world.a().id().schema(), "information_schema", "performance_schema");
  }

  @Test
  void injectedSqlCannotSwitchTheRole() {
    var injected = "x'; SET ROLE `" + world.b().id().role() + "`; SELECT '1";
    assertThatThrownBy(
            () ->
                world.run(
                    world.a(),
                    () ->
                        work.transact(
                            () ->
                                work.sql()
                                    .createQuery(
                                        "SELECT name FROM probe WHERE name = '" + injected + "'")
                                    .mapTo(String.class)
                                    .list())))
        .hasMessageContaining("syntax");
    assertThat(world.in(world.a(), IsolationTest::names)).containsExactly(world.a().slug());
  }

  @Test
  void theRoleDoesNotComeBackFromThePool() throws Exception {
    var pool = world.bean(Cells.class).app(world.a().cell());
    List<Callable<Object>> uses = new ArrayList<>();
    uses.add(() -> world.in(world.a(), IsolationTest::names));
    uses.add(
        () ->
            world.in(
                world.a(),
                () ->
                    work.transact(
                        () -> {
                          work.sql().execute("UPDATE probe SET name = name");
                          throw new IllegalStateException("rolled back");
                        })));
    uses.add(
        () ->
            world.in(
                world.a(), () -> work.transact(() -> work.sql().execute("SELECT no_such_column"))));
    uses.add(
        () ->
            world.in(
                world.a(),
                () ->
                    work.transact(
                        () -> {
                          work.entities().persist(new Probe(null, null, null));
                          return 1;
                        })));
    for (var use : uses) {
      for (var i = 0; i < 3; i++) {
        try {
          use.call();
        } catch (RuntimeException expected) {
          // some of them are meant to fail
        }
      }
      List<Connection> all = new ArrayList<>();
      for (var i = 0; i < 3; i++) {
        all.add(pool.getConnection());
      }
      for (var connection : all) {
        assertThat(role(connection)).isNull();
        assertThatThrownBy(
                () ->
                    connection
                        .createStatement()
                        .executeQuery("SELECT name FROM " + world.a().id().schema() + ".probe"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
        connection.close();
      }
    }
  }

  private static String role(Connection connection) throws SQLException {
    try (var rows = connection.createStatement().executeQuery("SELECT CURRENT_ROLE()")) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void aConnectionWhoseRoleWasTakenAwayByHandIsNotGivenToTheNext() {
    world.run(
        world.a(),
        () -> work.transact(() -> work.sql().execute("SET ROLE `" + world.b().id().role() + "`")));
    assertThat(world.in(world.a(), IsolationTest::names)).containsExactly(world.a().slug());
    assertThat(world.in(world.b(), IsolationTest::names)).containsExactly(world.b().slug());
  }

  @Test
  void batchesGoToTheTenantThatIsEnteredNow() {
    for (var round = 0; round < 4; round++) {
      for (var tenant : List.of(world.a(), world.b())) {
        world.run(
            tenant,
            () ->
                work.transact(
                    () -> {
                      var batch =
                          work.sql()
                              .prepareBatch(
                                  "INSERT INTO probe (id, name, at, version) VALUES (?, ?, ?, 0)");
                      for (var i = 0; i < 50; i++) {
                        batch.add(UUID.randomUUID(), tenant.slug(), AT);
                      }
                      batch.execute();
                    }));
      }
    }
    for (var tenant : List.of(world.a(), world.b())) {
      assertThat(world.in(tenant, IsolationTest::names)).hasSize(201).containsOnly(tenant.slug());
      world.run(
          tenant,
          () ->
              work.transact(
                  () -> work.sql().execute("DELETE FROM probe WHERE at = ? LIMIT 200", AT)));
    }
  }

  @Test
  void eightThreadsOverFiftyTenantsSeeNoWrongRow() throws Exception {
    var tenants = IntStream.range(0, 50).mapToObj(i -> world.another("many-" + i)).toList();
    tenants.forEach(IsolationTest::fill);
    List<Callable<Integer>> loads = new ArrayList<>();
    for (var thread = 0; thread < 8; thread++) {
      loads.add(
          () -> {
            var done = 0;
            for (var i = 0; i < 250; i++) {
              var tenant = tenants.get(ThreadLocalRandom.current().nextInt(tenants.size()));
              var seen = world.in(tenant, () -> mixed(tenant));
              assertThat(seen).isNotEmpty().containsOnly(tenant.slug());
              done++;
            }
            return done;
          });
    }
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (var load : threads.invokeAll(loads)) {
        assertThat(load.get()).isEqualTo(250);
      }
    }
    for (var tenant : tenants) {
      assertThat(world.in(tenant, IsolationTest::names)).containsOnly(tenant.slug());
    }
  }

  private static List<String> mixed(Tenant tenant) {
    return switch (ThreadLocalRandom.current().nextInt(5)) {
      case 0 -> names();
      case 1 ->
          work.transact(
              () ->
                  work
                      .entities()
                      .createQuery("SELECT p FROM Probe p", Probe.class)
                      .getResultList()
                      .stream()
                      .map(p -> p.name)
                      .toList());
      case 2 ->
          work.transact(
              () -> {
                work.entities().persist(new Probe(UUID.randomUUID(), tenant.slug(), AT));
                return names();
              });
      case 3 -> {
        try {
          work.transact(
              () -> {
                work.sql().execute("UPDATE probe SET name = 'wrong'");
                throw new IllegalStateException("rolled back");
              });
        } catch (IllegalStateException expected) {
          // so that connections come back from rollbacks as well
        }
        yield names();
      }
      default -> {
        try {
          work.transact(() -> work.sql().execute("SELECT no_such_column"));
        } catch (RuntimeException expected) {
          // so that connections come back from errors as well
        }
        yield names();
      }
    };
  }
}
