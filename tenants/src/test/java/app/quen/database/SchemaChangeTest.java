package app.quen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.database.SchemaChange.VirtualType;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SchemaChangeTest {

  static World world;
  static Work work;
  static SchemaChange change;

  @BeforeAll
  static void open() {
    world = World.open();
    work = world.bean(Work.class);
    change = world.bean(SchemaChange.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  static List<String> values(String column, VirtualType type, String key, String... jsons) {
    return world.in(
        world.a(),
        () -> {
          change.addVirtualColumn("probe", column, type, "more", key);
          change.addIndex("probe", "i_" + column, column, "id");
          change.addVirtualColumn("probe", column, type, "more", key);
          change.addIndex("probe", "i_" + column, column, "id");
          return work.transact(
              () ->
                  Arrays.stream(jsons)
                      .map(
                          json -> {
                            var id = UUID.randomUUID();
                            work.sql()
                                .execute(
                                    "INSERT INTO probe (id, name, at, version, more)"
                                        + " VALUES (?, 'x', NOW(), 0, ?)",
                                    id,
                                    json);
                            return String.valueOf(
                                work.sql()
                                    .createQuery("SELECT " + column + " FROM probe WHERE id = :id")
                                    .bind("id", id)
                                    .mapTo(String.class)
                                    .findOne()
                                    .orElse(null));
                          })
                      .toList());
        });
  }

  @Test
  void aNumberColumnTakesNumbersAndReadsAllElseAsNull() {
    assertThat(
            values(
                "x_1",
                VirtualType.NUMBER,
                "telecom.monthly",
                "{\"telecom.monthly\": 29.85}",
                "{\"telecom.monthly\": -1E+3}",
                "{\"telecom.monthly\": 0.12345678901234567890}",
                "{\"telecom.monthly\": 1e99}",
                "{\"telecom.monthly\": \"many\"}",
                "{\"telecom.monthly\": null}",
                "{\"telecom.monthly\": [1]}",
                "{\"telecom.monthly\": 1234567890123456789012345678901234567890}",
                "{}"))
        .containsExactly(
            "29.850000",
            "-1000.000000",
            "0.123457",
            "null",
            "null",
            "null",
            "null",
            "null",
            "null");
  }

  @Test
  void aColumnOfInstantsTakesInstantsAndReadsAllElseAsNull() {
    assertThat(
            values(
                "x_8",
                VirtualType.DATETIME,
                "retail.seen",
                "{\"retail.seen\": \"2026-02-28T23:59:59Z\"}",
                "{\"retail.seen\": \"2026-02-28T07:30:00.123Z\"}",
                "{\"retail.seen\": \"2026-02-29T07:30:00Z\"}",
                "{\"retail.seen\": \"2026-02-28T24:00:00Z\"}",
                "{\"retail.seen\": \"2026-02-28\"}",
                "{\"retail.seen\": 7}",
                "{}"))
        .containsExactly(
            "2026-02-28T23:59:59Z", "2026-02-28T07:30:00Z", "null", "null", "null", "null", "null");
  }

  @Test
  void aChangeWaitsForAnOpenTransactionWithoutHoldingUpOtherWriters() throws Exception {
    var open = new CountDownLatch(1);
    var done = new CountDownLatch(1);
    try (var threads = Executors.newCachedThreadPool()) {
      var slow =
          threads.submit(
              () ->
                  world.run(
                      world.a(),
                      () ->
                          work.transact(
                              () -> {
                                insert("{}");
                                open.countDown();
                                await(done);
                              })));
      open.await();
      var changing =
          threads.submit(
              () ->
                  world.run(
                      world.a(),
                      () ->
                          change.addVirtualColumn("probe", "x_9", VirtualType.TEXT, "more", "k")));
      // while the change looks for a gap, others write
      for (int i = 0; i < 50; i++) {
        world.run(world.a(), () -> work.transact(() -> insert("{}")));
      }
      assertThat(changing.isDone()).isFalse();
      done.countDown();
      changing.get();
      slow.get();
    }
    assertThat(values("x_9", VirtualType.TEXT, "k", "{\"k\": \"v\"}")).containsExactly("v");
  }

  @Test
  void anIndexThatIsCancelledIsNotThere() {
    assertThat(
            world.in(
                world.b(),
                () -> {
                  work.transact(
                      () ->
                          work.sql()
                              .execute(
                                  "INSERT INTO probe (id, name, at, version, more)"
                                      + " SELECT UUID(), 'x', NOW(), 0,"
                                      + " CONCAT('{\"k\": \"', seq, '\"}') FROM seq_1_to_400000"));
                  change.addVirtualColumn("probe", "x_7", VirtualType.TEXT, "more", "k");
                  return change.addIndex("probe", "x_7", percent -> false, "x_7");
                }))
        .isFalse();
    world.run(world.b(), () -> change.dropColumn("probe", "x_7"));
  }

  private static void insert(String json) {
    work.sql()
        .execute(
            "INSERT INTO probe (id, name, at, version, more) VALUES (?, 'x', NOW(), 0, ?)",
            UUID.randomUUID(),
            json);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDateColumnTakesDatesAndReadsAllElseAsNull() {
    assertThat(
            values(
                "x_2",
                VirtualType.DATE,
                "retail.since",
                "{\"retail.since\": \"2026-02-28\"}",
                "{\"retail.since\": \"2024-02-29\"}",
                "{\"retail.since\": \"2000-02-29\"}",
                "{\"retail.since\": \"1900-02-29\"}",
                "{\"retail.since\": \"2026-02-29\"}",
                "{\"retail.since\": \"2026-02-30\"}",
                "{\"retail.since\": \"2026-04-31\"}",
                "{\"retail.since\": \"0000-01-01\"}",
                "{\"retail.since\": \"28/02/2026\"}",
                "{\"retail.since\": 7}"))
        .containsExactly(
            "2026-02-28",
            "2024-02-29",
            "2000-02-29",
            "null",
            "null",
            "null",
            "null",
            "null",
            "null",
            "null");
  }

  @Test
  void textIsCutAndTruthIsOneOrZero() {
    var longText = "ă".repeat(300);
    assertThat(
            values(
                "x_3", VirtualType.TEXT, "a\"b'c\\d", "{\"a\\\"b'c\\\\d\": \"" + longText + "\"}"))
        .containsExactly(longText.substring(0, 255));
    assertThat(
            values(
                "x_4",
                VirtualType.BOOLEAN,
                "vip",
                "{\"vip\": true}",
                "{\"vip\": false}",
                "{\"vip\": \"perhaps\"}"))
        .containsExactly("1", "0", "null");
  }

  @Test
  void aChangeReachesOnlyTheTenantThatIsEntered() {
    values("x_5", VirtualType.TEXT, "only", "{\"only\": \"a\"}");
    assertThatThrownBy(
            () ->
                world.run(
                    world.b(),
                    () -> work.transact(() -> work.sql().execute("SELECT x_5 FROM probe"))))
        .hasMessageContaining("Unknown column");
    world.run(
        world.a(),
        () -> {
          change.dropIndex("probe", "i_x_5");
          change.dropColumn("probe", "x_5");
          change.dropIndex("probe", "i_x_5");
          change.dropColumn("probe", "x_5");
        });
  }

  @Test
  void aNameThatIsNoNameIsRefused() {
    world.run(
        world.a(),
        () ->
            assertThatThrownBy(() -> change.dropColumn("probe`; DROP TABLE probe; --", "x_1"))
                .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void aTableIsNotChangedInsideAUnitOfWork() {
    world.run(
        world.a(),
        () ->
            assertThatThrownBy(() -> work.transact(() -> change.dropColumn("probe", "x_9")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside a unit of work"));
  }
}
