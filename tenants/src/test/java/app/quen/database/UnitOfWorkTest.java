package app.quen.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.tenant.Tenant;
import app.quen.tenant.TenantUnavailable;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.OptimisticLockException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class UnitOfWorkTest {

  static final Instant AT = Instant.parse("2026-03-29T01:30:00.123456Z");
  static World world;
  static Work work;

  @BeforeAll
  static void open() {
    world = World.open();
    work = world.bean(Work.class);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  static UUID insert(Tenant tenant, String name) {
    var id = UuidCreator.getTimeOrderedEpoch();
    world.run(tenant, () -> work.transact(() -> work.entities().persist(new Probe(id, name, AT))));
    return id;
  }

  static String nameOf(Tenant tenant, UUID id) {
    return world.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT name FROM probe WHERE id = :id")
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .orElse("none")));
  }

  @Test
  void anEntityGoesToItsTenantAndNoOther() {
    var id = insert(world.a(), "of a");

    assertThat(nameOf(world.a(), id)).isEqualTo("of a");
    assertThat(nameOf(world.b(), id)).isEqualTo("none");
    assertThat(
            world.<Probe>in(
                world.b(), () -> work.transact(() -> work.entities().find(Probe.class, id))))
        .isNull();
  }

  @Test
  void uuidsAndInstantsAreTheSameThroughBothViews() {
    var id = insert(world.a(), "time");

    world.run(
        world.a(),
        () ->
            work.transact(
                () -> {
                  assertThat(work.entities().find(Probe.class, id).at).isEqualTo(AT);
                  var row =
                      work.sql()
                          .createQuery(
                              "SELECT id, at, DATE_FORMAT(at, '%T.%f') text FROM probe WHERE id ="
                                  + " :id")
                          .bind("id", id)
                          .map(
                              (r, c) ->
                                  r.getObject("id", UUID.class)
                                      + " "
                                      + r.getTimestamp("at").toInstant()
                                      + " "
                                      + r.getString("text"))
                          .one();
                  assertThat(row).isEqualTo(id + " " + AT + " 01:30:00.123456");
                  assertThat(
                          work.sql()
                              .createQuery("SELECT at FROM probe WHERE at = :at AND id = :id")
                              .bind("at", AT)
                              .bind("id", id)
                              .mapTo(Instant.class)
                              .one())
                      .isEqualTo(AT);
                  assertThat(
                          work.sql()
                              .createQuery("SELECT id FROM probe WHERE id = :id")
                              .bind("id", id)
                              .mapTo(UUID.class)
                              .one())
                      .isEqualTo(id);
                }));
  }

  @Test
  void bothViewsSeeEachOthersChangesBeforeTheCommit() {
    var id = UuidCreator.getTimeOrderedEpoch();
    world.run(
        world.a(),
        () ->
            work.transact(
                () -> {
                  work.entities().persist(new Probe(id, "by jpa", AT));
                  assertThat(
                          work.sql()
                              .createUpdate("UPDATE probe SET name = 'by sql' WHERE id = :id")
                              .bind("id", id)
                              .execute())
                      .isOne();
                  work.entities().clear();
                  assertThat(work.entities().find(Probe.class, id).name).isEqualTo("by sql");
                }));
    assertThat(nameOf(world.a(), id)).isEqualTo("by sql");
  }

  @Test
  void anExceptionRollsBothViewsBack() {
    var id = UuidCreator.getTimeOrderedEpoch();
    var told = new ArrayList<String>();
    assertThatThrownBy(
            () ->
                world.run(
                    world.a(),
                    () ->
                        work.transact(
                            () -> {
                              work.afterCommit(() -> told.add("committed"));
                              work.entities().persist(new Probe(id, "gone", AT));
                              work.sql().execute("SELECT 1");
                              throw new IllegalArgumentException("stop");
                            })))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(nameOf(world.a(), id)).isEqualTo("none");
    assertThat(told).isEmpty();
  }

  @Test
  void anInnerUnitJoinsTheOuterOne() {
    var id = UuidCreator.getTimeOrderedEpoch();
    var told = new ArrayList<String>();
    world.run(
        world.a(),
        () ->
            work.transact(
                () -> {
                  work.transact(
                      () -> {
                        work.entities().persist(new Probe(id, "inner", AT));
                        work.afterCommit(() -> told.add(nameOf(world.a(), id)));
                      });
                  assertThat(told).isEmpty();
                }));
    assertThat(told).containsExactly("inner");
  }

  @Test
  void aUnitThatLostAgainstAnotherIsRunAgain() {
    var id = insert(world.a(), "0");
    var attempts = new ArrayList<String>();
    world.run(
        world.a(),
        () ->
            work.transact(
                () -> {
                  var name =
                      work.sql()
                          .createQuery("SELECT name FROM probe WHERE id = :id")
                          .bind("id", id)
                          .mapTo(String.class)
                          .one();
                  if (attempts.isEmpty()) {
                    CompletableFuture.runAsync(
                            () ->
                                world.run(
                                    world.a(),
                                    () ->
                                        work.transact(
                                            () -> {
                                              work.sql()
                                                  .execute(
                                                      "UPDATE probe SET name = '1' WHERE id = ?",
                                                      id);
                                            })))
                        .join();
                  }
                  attempts.add(name);
                  work.sql().execute("UPDATE probe SET name = ? WHERE id = ?", name + "+", id);
                }));
    assertThat(attempts).containsExactly("0", "1");
    assertThat(nameOf(world.a(), id)).isEqualTo("1+");
  }

  @Test
  void anEntityThatSomebodyElseChangedIsAConflictAndNotOverwritten() {
    var id = insert(world.a(), "first");
    assertThatThrownBy(
            () ->
                world.run(
                    world.a(),
                    () ->
                        work.transact(
                            () -> {
                              var probe = work.entities().find(Probe.class, id);
                              work.sql()
                                  .execute(
                                      "UPDATE probe SET version = version + 1 WHERE id = ?", id);
                              probe.name = "mine";
                            })))
        .isInstanceOf(OptimisticLockException.class);
    assertThat(nameOf(world.a(), id)).isEqualTo("first");
  }

  @Test
  void aUnitDoesNotReachIntoAnotherTenantEnteredInsideIt() {
    assertThatThrownBy(
            () ->
                world.run(
                    world.a(),
                    () ->
                        work.transact(
                            () ->
                                world.run(
                                    world.b(),
                                    () -> work.transact(() -> work.sql().execute("SELECT 1"))))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("another tenant");
  }

  @Test
  void withoutATenantThereIsNoWork() {
    assertThatThrownBy(() -> work.transact(() -> 1)).isInstanceOf(TenantUnavailable.class);
    assertThatThrownBy(() -> world.run(world.a(), () -> work.sql()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no unit of work");
  }
}
