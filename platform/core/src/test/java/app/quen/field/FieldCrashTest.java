package app.quen.field;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerOutcome;
import app.quen.database.Work;
import app.quen.tenant.Tenant;
import app.quen.testing.DyingNode;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class FieldCrashTest {

  private static final int CUSTOMERS = 1_500;

  @TempDir Path folder;

  @Test
  void aMoveOfValuesThatIsKilledGoesOnAndLosesNone() throws IOException, InterruptedException {
    Tenant a;
    Tenant b;
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      a = world.a();
      b = world.b();
      fill(shop, a);
      fill(shop, b);
    }
    DyingNode.run(
        folder,
        DyingFieldWork.class,
        a.id().toString(),
        "workspace.points",
        "300",
        DyingFieldWork.CONVERT);

    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      FieldWork killed = shop.field(a, "workspace.points").work();
      assertThat(killed.state().open()).isTrue();
      assertThat(killed.done()).isBetween(300L, CUSTOMERS - 1L);
      // the job of the dead node is taken over once its heartbeats are missed
      await()
          .atMost(120, SECONDS)
          .until(() -> !shop.field(a, "workspace.points").work().state().open());
      FieldState moved = shop.field(a, "workspace.points");
      assertThat(moved.work().state()).isEqualTo(FieldWork.State.DONE);
      assertThat(moved.work().fits()).isEqualTo(CUSTOMERS - CUSTOMERS / 100);
      assertThat(moved.work().misfits()).isEqualTo(CUSTOMERS / 100);
      assertThat(moved.field().type()).isEqualTo(FieldType.INTEGER);
      assertThat(values(world, a, "INTEGER")).isEqualTo(CUSTOMERS - CUSTOMERS / 100);
      assertThat(aside(world, a)).isEqualTo(CUSTOMERS / 100);
      assertThat(values(world, b, "STRING")).isEqualTo(CUSTOMERS);
      assertThat(aside(world, b)).isZero();
    }
  }

  /** Every hundredth value is no number. */
  private static void fill(FieldWorld shop, Tenant tenant) {
    shop.add(tenant, "{'type': 'text', 'label': 'Điểm', 'key': 'points'}");
    List<CustomerOutcome> made =
        shop.registerMany(
            tenant,
            IntStream.range(0, CUSTOMERS)
                .mapToObj(
                    i ->
                        "{'name': 'K%d', 'fields': {'workspace.points': '%s'}}"
                            .formatted(i, i % 100 == 0 ? "nhiều" : "" + i))
                .toArray(String[]::new));
    assertThat(made).noneMatch(CustomerOutcome::refused);
  }

  private static long values(World world, Tenant tenant, String type) {
    return count(
        world,
        tenant,
        "customer_ext WHERE JSON_TYPE(JSON_EXTRACT(field_values, '$.\"workspace.points\"')) = '"
            + type
            + "'");
  }

  private static long aside(World world, Tenant tenant) {
    return count(world, tenant, "field_misfit");
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
