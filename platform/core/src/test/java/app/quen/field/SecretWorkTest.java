package app.quen.field;

import static app.quen.field.FieldWorld.refused;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerView;
import app.quen.database.Work;
import app.quen.field.FieldWork.Kind;
import app.quen.field.FieldWork.State;
import app.quen.tenant.Tenant;
import app.quen.testing.DyingNode;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Fields that have values and become sensitive, and the other way. */
@ExtendWith(EmbeddedDatabase.class)
class SecretWorkTest {

  private static final int CUSTOMERS = 1_200;

  @TempDir Path folder;

  @Test
  void aFilledFieldBecomesSensitiveAndBackWhilePeopleWork() {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      Tenant a = world.a();
      Tenant b = world.b();
      fill(shop, a, 350);
      fill(shop, b, 5);
      CustomerView lan = shop.register(a, "{'name': 'Lan', 'fields': {'workspace.card': 'L-1'}}");
      await().atMost(30, SECONDS).until(() -> count(world, a, "fact") == 0);

      FieldState ordered = shop.revise(a, "workspace.card", "{'sensitivity': 'sensitive'}");
      assertThat(ordered.work().kind()).isEqualTo(Kind.SEAL);
      assertThat(ordered.ready()).isFalse();
      lan = shop.revise(a, lan, "{'fields': {'workspace.card': 'L-2'}}");

      FieldState sealed = done(shop, a);
      assertThat(sealed.work().state()).isEqualTo(State.DONE);
      assertThat(sealed.work().fits()).isEqualTo(351);
      assertThat(sealed.ready()).isTrue();
      assertThat(plain(world, a)).isZero();
      assertThat(
              count(
                  world,
                  a,
                  "customer_history WHERE payload LIKE '%\"C-%' OR payload LIKE '%\"L-%'"))
          .as("what was told before")
          .isZero();
      assertThat(plain(world, b)).isEqualTo(5);
      assertThat(shop.found(a, "workspace.card:eq:c-7")).containsExactly("K7");
      assertThat(shop.found(a, "workspace.card:eq:L-1")).isEmpty();
      assertThat(shop.found(a, "workspace.card:eq:L-2")).containsExactly("Lan");
      assertThat(shop.show(a, lan).fields().getString("workspace.card")).isEqualTo("L-2");

      assertThat(refused(() -> shop.revise(a, "workspace.card", "{'sensitivity': 'personal'}")))
          .containsExactly("reason required");
      shop.revise(a, "workspace.card", "{'sensitivity': 'personal', 'reason': 'Số nội bộ'}");
      FieldState open = done(shop, a);
      assertThat(open.work().kind()).isEqualTo(Kind.UNSEAL);
      assertThat(open.work().fits()).isEqualTo(351);
      assertThat(plain(world, a)).isEqualTo(351);
      assertThat(count(world, a, "secret_index")).isZero();
      await().atMost(60, SECONDS).until(() -> shop.field(a, "workspace.card").ready());
      assertThat(shop.found(a, "workspace.card:eq:C-7")).containsExactly("K7");
      assertThat(shop.found(a, "workspace.card:contains:L-2")).containsExactly("Lan");
    }
  }

  @Test
  void encryptingCanBeBrokenOffAndIsTakenBack() {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      Tenant a = world.a();
      fill(shop, a, 300);

      Work work = world.bean(Work.class);
      FieldState cancelled =
          shop.in(
              a,
              () ->
                  work.transact(
                      () -> {
                        // whoever encrypts the values waits first for every writer before it
                        assertThat(
                                work.sql()
                                    .createQuery(
                                        "SELECT version FROM field_layout"
                                            + " WHERE record_type = 'customer' AND stage = '#'"
                                            + " LOCK IN SHARE MODE")
                                    .mapTo(Integer.class)
                                    .list())
                            .hasSize(1);
                        return CompletableFuture.supplyAsync(
                                () -> {
                                  shop.revise(a, "workspace.card", "{'sensitivity': 'sensitive'}");
                                  return shop.in(
                                      a,
                                      () ->
                                          world
                                              .bean(CancelFieldWork.class)
                                              .cancel("customer", "workspace.card"));
                                })
                            .join();
                      }));
      assertThat(cancelled.field().secret()).isFalse();

      done(shop, a);
      assertThat(plain(world, a)).isEqualTo(300);
    }
  }

  @Test
  void whatIsUniqueOrConvertedIsToldWhatToDoFirst() {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      Tenant a = world.a();
      shop.add(a, "{'type': 'text', 'label': 'U', 'key': 'u', 'unique': true}");
      shop.add(a, "{'type': 'text', 'label': 'S', 'key': 's', 'sensitivity': 'sensitive'}");

      assertThat(refused(() -> shop.revise(a, "workspace.u", "{'sensitivity': 'sensitive'}")))
          .containsExactly("sensitivity unique");
      assertThat(refused(() -> shop.convert(a, "workspace.s", "{'type': 'integer'}", false)))
          .containsExactly("type sensitive");
      assertThat(
              refused(
                  () ->
                      shop.add(
                          a,
                          "{'type': 'file', 'label': 'F', 'key': 'f', 'sensitivity':"
                              + " 'sensitive'}")))
          .containsExactly("sensitivity unsuited");
    }
  }

  @Test
  void encryptingThatIsKilledGoesOnAndLosesNothing() throws IOException, InterruptedException {
    Tenant a;
    Tenant b;
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      a = world.a();
      b = world.b();
      fill(shop, a, CUSTOMERS);
      fill(shop, b, 10);
    }
    DyingNode.run(
        folder,
        DyingFieldWork.class,
        a.id().toString(),
        "workspace.card",
        "300",
        DyingFieldWork.SEAL);

    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      FieldWork killed = shop.field(a, "workspace.card").work();
      assertThat(killed.state().open()).isTrue();
      assertThat(killed.done()).isBetween(300L, CUSTOMERS - 1L);
      // the job of the dead node is taken over once its heartbeats are missed
      await()
          .atMost(120, SECONDS)
          .until(() -> !shop.field(a, "workspace.card").work().state().open());
      assertThat(shop.field(a, "workspace.card").work().fits()).isEqualTo(CUSTOMERS);
      assertThat(plain(world, a)).isZero();
      assertThat(plain(world, b)).isEqualTo(10);
      for (int i = 0; i < CUSTOMERS; i += 171) {
        assertThat(shop.found(a, "workspace.card:eq:C-" + i)).containsExactly("K" + i);
      }
    }
  }

  private static FieldState done(FieldWorld shop, Tenant tenant) {
    await()
        .atMost(60, SECONDS)
        .until(() -> !shop.field(tenant, "workspace.card").work().state().open());
    return shop.field(tenant, "workspace.card");
  }

  private static void fill(FieldWorld shop, Tenant tenant, int customers) {
    shop.cards(tenant, customers, "");
  }

  private static long plain(World world, Tenant tenant) {
    return count(
        world,
        tenant,
        "customer_ext WHERE JSON_TYPE(JSON_EXTRACT(field_values, '$.\"workspace.card\"')) ="
            + " 'STRING'");
  }

  private static long count(World world, Tenant tenant, String from) {
    var work = world.bean(Work.class);
    return world.in(
        tenant,
        () ->
            work.transact(
                () ->
                    work.sql()
                        .createQuery("SELECT COUNT(*) FROM " + from)
                        .mapTo(Long.class)
                        .one()));
  }
}
