package app.quen.field;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerOutcome;
import app.quen.customer.CustomerView;
import app.quen.customer.ShowCustomer;
import app.quen.database.Work;
import app.quen.history.ShowHistory;
import app.quen.key.WorkspaceKeys;
import app.quen.tenant.Tenant;
import app.quen.testing.DyingNode;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sensitive values, marks and claims move to new keys while people work. */
@ExtendWith(EmbeddedDatabase.class)
class RenewalTest {

  private static final int CUSTOMERS = 1_200;

  @TempDir Path folder;

  @Test
  void peopleWriteSearchAndAreKeptFromRepeatingValuesWhileAllIsRenewed() throws Exception {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      Tenant a = world.a();
      Tenant b = world.b();
      CustomerView lan = fill(shop, a, 400);
      fill(shop, b, 50);
      shop.revise(a, lan, "{'fields': {'workspace.card': 'C-lan'}}");
      List<String> before = stored(world, a);
      List<String> ofOther = stored(world, b);
      AtomicBoolean over = new AtomicBoolean();
      List<CustomerView> known = new CopyOnWriteArrayList<>();
      List<String> wrong = new CopyOnWriteArrayList<>();
      try (var threads = Executors.newFixedThreadPool(2)) {
        Future<Integer> writer = threads.submit(() -> write(shop, a, over, known));
        Future<Integer> reader = threads.submit(() -> look(shop, a, over, wrong));
        await().atMost(60, SECONDS).until(() -> known.size() > 3);
        RenewalState ordered = shop.in(a, () -> world.bean(RenewSecrets.class).renew());
        assertThat(ordered.running()).isTrue();
        assertThat(ordered.version()).isEqualTo(2);
        await().atMost(120, SECONDS).until(() -> done(shop, a));
        int then = known.size();
        await().atMost(60, SECONDS).until(() -> known.size() > then + 3);
        over.set(true);
        assertThat(writer.get()).isEqualTo(known.size());
        assertThat(reader.get()).isPositive();
      }
      assertThat(wrong).isEmpty();

      for (int i = 0; i < known.size(); i++) {
        assertThat(shop.found(a, "workspace.card:eq:W-" + i)).containsExactly("W" + i);
      }
      assertThat(shop.found(a, "workspace.card:eq:C-7")).containsExactly("K7");
      assertThat(shop.found(a, "workspace.card:eq:C-lan")).containsExactly("K0");
      assertThat(shop.show(a, lan).fields().getString("workspace.card")).isEqualTo("C-lan");
      assertThatThrownBy(() -> register(shop, a, "Hoa", "c-7")).isInstanceOf(Invalid.class);
      register(shop, a, "Hoa", "C-0");
      assertThat(history(shop, a, lan)).contains("C-0", "C-lan");

      // nothing is left of the keys before but the keys that the trail needs
      assertThat(stored(world, a)).doesNotContainAnyElementsOf(before);
      assertThat(rows(world, a, "SELECT COUNT(*) FROM secret_index WHERE generation <> 2"))
          .containsExactly("0");
      assertThat(
              rows(
                  world,
                  a,
                  "SELECT COUNT(*) FROM field_unique WHERE value_key NOT LIKE 'mark:2:%'"))
          .containsExactly("0");
      assertThat(world.bean(WorkspaceKeys.class).indexGenerations(a.id())).containsExactly(2);
      assertThat(stored(world, b)).isEqualTo(ofOther);
      assertThat(world.bean(WorkspaceKeys.class).indexGenerations(b.id())).containsExactly(1);
    }
  }

  @Test
  void aRenewalThatIsKilledGoesOnAndTheMidstOfItIsWhole() throws Exception {
    Tenant a;
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      a = world.a();
      fill(shop, a, CUSTOMERS);
    }
    DyingNode.run(folder, DyingRenewer.class, a.id().toString(), "300");

    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      for (int i = 0; i < CUSTOMERS; i += 171) {
        assertThat(shop.found(a, "workspace.card:eq:C-" + i)).containsExactly("K" + i);
      }
      assertThatThrownBy(() -> register(shop, a, "Hoa", "C-1")).isInstanceOf(Invalid.class);
      assertThatThrownBy(() -> register(shop, a, "Hoa", "C-" + (CUSTOMERS - 1)))
          .isInstanceOf(Invalid.class);
      // the job of the dead node is taken over once its heartbeats are missed
      await().atMost(120, SECONDS).until(() -> done(shop, a));
      assertThat(shop.in(a, () -> world.bean(RenewSecrets.class).show()).done())
          .isGreaterThanOrEqualTo(CUSTOMERS);
      for (int i = 0; i < CUSTOMERS; i += 171) {
        assertThat(shop.found(a, "workspace.card:eq:C-" + i)).containsExactly("K" + i);
      }
      assertThatThrownBy(() -> register(shop, a, "Hoa", "C-1")).isInstanceOf(Invalid.class);
      await()
          .atMost(60, SECONDS)
          .until(() -> world.bean(WorkspaceKeys.class).indexGenerations(a.id()).equals(List.of(2)));
    }
  }

  private static int write(
      FieldWorld shop, Tenant tenant, AtomicBoolean over, List<CustomerView> known) {
    int written = 0;
    while (!over.get()) {
      known.add(register(shop, tenant, "W" + written, "W-" + written));
      written++;
    }
    return written;
  }

  /** What is found, and what is refused, at any moment. */
  private static int look(FieldWorld shop, Tenant tenant, AtomicBoolean over, List<String> wrong) {
    int looked = 0;
    while (!over.get()) {
      int i = 1 + looked * 37 % 398;
      List<String> found = shop.found(tenant, "workspace.card:eq:C-" + i);
      if (!found.equals(List.of("K" + i))) {
        wrong.add(i + " was found as " + found);
      }
      try {
        register(shop, tenant, "Twice", "c-" + i);
        wrong.add(i + " was taken twice");
      } catch (Invalid e) {
        looked++;
      }
    }
    return looked;
  }

  private static CustomerView register(FieldWorld shop, Tenant tenant, String name, String card) {
    return shop.register(
        tenant, "{'name': '%s', 'fields': {'workspace.card': '%s'}}".formatted(name, card));
  }

  private static boolean done(FieldWorld shop, Tenant tenant) {
    return !shop.in(tenant, () -> shop.world.bean(RenewSecrets.class).show()).running();
  }

  private static String history(FieldWorld shop, Tenant tenant, CustomerView customer) {
    return shop.in(
        tenant,
        () -> shop.world.bean(ShowHistory.class).show(customer.id(), 50, null).items().toString());
  }

  /** The ciphertexts of the records and of their history. */
  private static List<String> stored(World world, Tenant tenant) {
    List<String> all =
        new ArrayList<>(
            rows(
                world,
                tenant,
                "SELECT JSON_EXTRACT(field_values, '$.\"workspace.card\".sealed')"
                    + " FROM customer_ext"));
    all.addAll(
        rows(
            world,
            tenant,
            "SELECT payload FROM customer_history WHERE payload LIKE '%\"sealed\"%'"));
    return all;
  }

  private static List<String> rows(World world, Tenant tenant, String sql) {
    Work work = world.bean(Work.class);
    return world.in(
        tenant, () -> work.transact(() -> work.sql().createQuery(sql).mapTo(String.class).list()));
  }

  private static CustomerView fill(FieldWorld shop, Tenant tenant, int customers) {
    List<CustomerOutcome> made =
        shop.cards(tenant, customers, ", 'sensitivity': 'sensitive', 'unique': true");
    return shop.in(tenant, () -> shop.world.bean(ShowCustomer.class).show(made.getFirst().id()));
  }
}
