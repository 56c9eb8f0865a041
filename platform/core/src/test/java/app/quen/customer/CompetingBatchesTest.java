package app.quen.customer;

import static app.quen.customer.CustomerTestWorld.as;
import static app.quen.customer.CustomerTestWorld.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.customer.ReviseManyCustomers.Addition;
import app.quen.database.Work;
import app.quen.field.Problem;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two batches that want the same external id, when neither can see what the other does. */
@ExtendWith(EmbeddedDatabase.class)
class CompetingBatchesTest {

  static final World world = World.open();

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void onlyTheRowWhoseExternalIdAnotherBatchTookIsRefused() throws Exception {
    Tenant tenant = world.a();
    var second =
        behind(
            tenant,
            () ->
                register(
                    tenant,
                    draft("{'name': 'Hai', 'externalId': 'W-1'}"),
                    draft("{'name': 'Ba', 'externalId': 'W-2'}")),
            draft("{'name': 'Một', 'externalId': 'W-1'}"));
    assertThat(second).extracting(CustomerOutcome::refused).containsExactly(true, false);
    assertThat(second.get(0).problems()).extracting(Problem::code).containsExactly("taken");
    assertThat(names(tenant, "W-%")).containsExactly("Một", "Ba");
    assertThat(names(world.b(), "W-%")).isEmpty();
  }

  @Test
  void aBatchThatLookedBeforeTheOtherWasWrittenLooksAgain() {
    Tenant tenant = world.a();
    var times = new AtomicInteger();
    var outcomes =
        as(
            world,
            tenant,
            () ->
                world
                    .bean(Work.class)
                    .transact(
                        () -> {
                          assertThat(names(tenant, "S-%")).hasSize(times.getAndIncrement());
                          if (times.get() == 1) {
                            CompletableFuture.runAsync(
                                    () ->
                                        register(
                                            tenant, draft("{'name': 'Một', 'externalId': 'S-1'}")))
                                .join();
                          }
                          return register(
                              tenant,
                              draft("{'name': 'Hai', 'externalId': 'S-1'}"),
                              draft("{'name': 'Ba', 'externalId': 'S-2'}"));
                        }));
    assertThat(times).hasValue(2);
    assertThat(outcomes).extracting(CustomerOutcome::refused).containsExactly(true, false);
    assertThat(names(tenant, "S-%")).containsExactly("Một", "Ba");
  }

  @Test
  void onlyTheAdditionWhoseExternalIdAnotherBatchTookIsRefused() throws Exception {
    Tenant tenant = world.a();
    var known = register(tenant, draft("{'name': 'Năm'}"), draft("{'name': 'Sáu'}"));
    var second =
        behind(
            tenant,
            () ->
                as(
                    world,
                    tenant,
                    () ->
                        world
                            .bean(ReviseManyCustomers.class)
                            .revise(
                                List.of(
                                    new Addition(known.get(0).id(), draft("{'externalId': 'R-1'}")),
                                    new Addition(
                                        known.get(1).id(), draft("{'externalId': 'R-2'}"))),
                                Source.API)),
            draft("{'name': 'Bốn', 'externalId': 'R-1'}"));
    assertThat(second).extracting(CustomerOutcome::refused).containsExactly(true, false);
    assertThat(names(tenant, "R-%")).containsExactly("Bốn", "Sáu");
  }

  /** Does the work while a batch of the draft is written and not committed; then that commits. */
  private static List<CustomerOutcome> behind(
      Tenant tenant, Supplier<List<CustomerOutcome>> batch, CustomerDraft first) throws Exception {
    Work work = world.bean(Work.class);
    var tries = new AtomicInteger();
    try (var threads = Executors.newSingleThreadExecutor()) {
      Future<List<CustomerOutcome>> second =
          as(
              world,
              tenant,
              () ->
                  work.transact(
                      () -> {
                        register(tenant, first);
                        var running =
                            threads.submit(
                                () ->
                                    as(
                                        world,
                                        tenant,
                                        () ->
                                            work.transact(
                                                () -> {
                                                  tries.incrementAndGet();
                                                  return batch.get();
                                                })));
                        // the database refuses at once, or lets it wait
                        await().until(() -> running.isDone() || tries.get() > 7 || waiting());
                        return running;
                      }));
      return second.get();
    }
  }

  private static boolean waiting() throws SQLException {
    try (var root = EmbeddedDatabase.database().root();
        var rows =
            root.createStatement()
                .executeQuery(
                    "SELECT 1 FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'")) {
      return rows.next();
    }
  }

  private static List<CustomerOutcome> register(Tenant tenant, CustomerDraft... drafts) {
    return as(
        world,
        tenant,
        () -> world.bean(RegisterManyCustomers.class).register(List.of(drafts), Source.API));
  }

  private static List<String> names(Tenant tenant, String externalIds) {
    Work work = world.bean(Work.class);
    return as(
        world,
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery(
                            "SELECT name FROM customer WHERE external_id LIKE ? ORDER BY"
                                + " external_id")
                        .bind(0, externalIds)
                        .mapTo(String.class)
                        .list()));
  }
}
