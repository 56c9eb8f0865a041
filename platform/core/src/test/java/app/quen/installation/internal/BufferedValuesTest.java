package app.quen.installation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.database.Work;
import app.quen.plugin.KeyValueStore;
import app.quen.tenant.Tenant;
import app.quen.tenant.Tenants;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.World;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedDatabase.class)
class BufferedValuesTest {

  static final World world = World.open();

  final Tenant a = world.a();
  final Tenant b = world.b();

  @AfterAll
  static void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersAsAMapDoesWhateverIsDoneInWhichOrder(long seed) {
    Random random = new Random(seed);
    String plugin = "map" + seed;
    Map<String, String> model = new TreeMap<>();
    BufferedValues store = new BufferedValues(stored(a, plugin, KeyValueStore.MAX_ENTRIES));
    for (int i = 0; i < 150; i++) {
      String key = "k" + random.nextInt(6);
      String value = "v" + random.nextInt(3);
      switch (random.nextInt(7)) {
        case 0, 1, 2 -> {
          store.put(key, value);
          model.put(key, value);
        }
        case 3 -> assertThat(store.get(key)).isEqualTo(Optional.ofNullable(model.get(key)));
        case 4 -> assertThat(store.remove(key)).isEqualTo(model.remove(key) != null);
        case 5 -> {
          String expected = random.nextBoolean() ? null : "v" + random.nextInt(3);
          boolean fits = Objects.equals(expected, model.get(key));
          assertThat(store.compareAndPut(key, expected, value)).isEqualTo(fits);
          if (fits) {
            model.put(key, value);
          }
        }
        default -> assertThat(store.keys("", 10)).isEqualTo(new ArrayList<>(model.keySet()));
      }
    }
    store.flush();

    StoredValues written = stored(a, plugin, KeyValueStore.MAX_ENTRIES);
    assertThat(written.keys("", 10)).isEqualTo(new ArrayList<>(model.keySet()));
    model.forEach((key, value) -> assertThat(written.get(key)).contains(value));
    assertThat(stored(b, plugin, KeyValueStore.MAX_ENTRIES).keys("", 10)).isEmpty();
  }

  @Test
  void whatIsMuchIsWrittenBeforeTheEnd() {
    BufferedValues store = new BufferedValues(stored(a, "much", KeyValueStore.MAX_ENTRIES));
    for (int i = 0; i < 1_201; i++) {
      store.put("k%04d".formatted(i), "v");
    }

    assertThat(stored(a, "much", KeyValueStore.MAX_ENTRIES).keys("", 1_000)).hasSize(1_000);
    assertThat(store.get("k1200")).contains("v");
  }

  @Test
  void whatHasNoPlaceIsNotKeptInPart() {
    stored(a, "full", 5).put("old", "v");
    BufferedValues store = new BufferedValues(stored(a, "full", 5));
    for (int i = 0; i < 5; i++) {
      store.put("k" + i, "v");
    }

    assertThatThrownBy(store::flush).isInstanceOf(IllegalStateException.class);
    assertThat(stored(a, "full", 5).keys("", 10)).containsExactly("old");
  }

  private static StoredValues stored(Tenant tenant, String plugin, int most) {
    return new StoredValues(
        world.bean(Tenants.class), world.bean(Work.class), new Quota(most), tenant.id(), plugin);
  }
}
