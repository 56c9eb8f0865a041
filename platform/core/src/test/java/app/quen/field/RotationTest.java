package app.quen.field;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerView;
import app.quen.key.NoKey;
import app.quen.key.WorkspaceKeys;
import app.quen.secret.RotateKeys;
import app.quen.secret.RotationState;
import app.quen.tenant.Tenant;
import app.quen.testing.DyingNode;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A workspace gets a new key while people work. */
@ExtendWith(EmbeddedDatabase.class)
class RotationTest {

  private static final int CUSTOMERS = 1_500;

  @TempDir Path folder;

  @Test
  void peopleWriteAndReadWhileTheKeyIsRotatedAndTheOldKeyIsDestroyed() throws Exception {
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      Tenant a = world.a();
      Tenant b = world.b();
      List<CustomerView> known = new CopyOnWriteArrayList<>();
      for (Tenant tenant : List.of(a, b)) {
        shop.cards(tenant, 300, ", 'sensitivity': 'sensitive'");
      }
      AtomicBoolean over = new AtomicBoolean();
      RotationState ordered;
      try (var threads = Executors.newSingleThreadExecutor()) {
        Future<Integer> writer = threads.submit(() -> write(shop, a, over, known));
        await().atMost(30, SECONDS).until(() -> known.size() > 3);
        ordered = shop.in(a, () -> world.bean(RotateKeys.class).rotate());
        await().atMost(60, SECONDS).until(() -> state(shop, a).done());
        int then = known.size();
        await().atMost(30, SECONDS).until(() -> known.size() > then + 3);
        over.set(true);
        assertThat(writer.get()).isEqualTo(known.size());
      }

      assertThat(ordered.generation()).isEqualTo(2);
      assertThat(state(shop, b).generation()).isEqualTo(1);
      assertThat(world.bean(WorkspaceKeys.class).wrappingGenerations(a.id())).containsExactly(2);
      for (int i = 0; i < known.size(); i++) {
        assertThat(shop.show(a, known.get(i)).fields().getString("workspace.card"))
            .isEqualTo("W-" + i);
      }
      assertThat(shop.found(a, "workspace.card:eq:C-7")).containsExactly("K7");
      assertThat(shop.found(b, "workspace.card:eq:C-7")).containsExactly("K7");

      // what an old copy of the schema holds is wrapped by it
      assertThatThrownBy(() -> world.bean(WorkspaceKeys.class).wrapping(a.id(), 1))
          .isInstanceOf(NoKey.class);
    }
  }

  @Test
  void aRotationThatIsKilledGoesOn() throws Exception {
    Tenant a;
    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      a = world.a();
      shop.cards(a, CUSTOMERS, ", 'sensitivity': 'sensitive'");
    }
    DyingNode.run(folder, DyingRotator.class, a.id().toString(), "1200");
    assertThat(left(a)).isBetween(1L, 1200L);

    try (World world = World.open()) {
      var shop = new FieldWorld(world);
      assertThat(shop.found(a, "workspace.card:eq:C-7")).containsExactly("K7");
      // the job of the dead node is taken over once its heartbeats are missed
      await().atMost(120, SECONDS).until(() -> state(shop, a).done());
      assertThat(state(shop, a).generation()).isEqualTo(2);
      for (int i = 0; i < CUSTOMERS; i += 171) {
        assertThat(shop.found(a, "workspace.card:eq:C-" + i)).containsExactly("K" + i);
      }
    }
  }

  private static int write(
      FieldWorld shop, Tenant tenant, AtomicBoolean over, List<CustomerView> known) {
    int written = 0;
    while (!over.get()) {
      known.add(
          shop.register(
              tenant, "{'name': 'W', 'fields': {'workspace.card': 'W-" + written + "'}}"));
      written++;
    }
    return written;
  }

  private static long left(Tenant tenant) throws SQLException {
    String schema = tenant.id().schema();
    try (var root = EmbeddedDatabase.database().root();
        var statement = root.createStatement();
        var row =
            statement.executeQuery(
                "SELECT COUNT(*) FROM %1$s.customer_key WHERE generation <> (SELECT generation FROM"
                        .formatted(schema)
                    + " "
                    + schema
                    + ".secret_state)")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static RotationState state(FieldWorld shop, Tenant tenant) {
    return shop.in(tenant, () -> shop.world.bean(RotateKeys.class).show());
  }
}
