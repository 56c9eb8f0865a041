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
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class StoredValuesTest {

  static final World world = World.open();

  final Tenant a = world.a();
  final Tenant b = world.b();

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void eachPluginHasItsOwnInEachTenant() {
    store(a, "one").put("key", "a one");
    store(a, "two").put("key", "a two");
    store(b, "one").put("key", "b one");

    assertThat(store(a, "one").get("key")).contains("a one");
    assertThat(store(a, "two").get("key")).contains("a two");
    assertThat(store(b, "one").get("key")).contains("b one");
    assertThat(store(b, "two").get("key")).isEmpty();
    assertThat(store(b, "one").remove("key")).isTrue();
    assertThat(store(b, "one").remove("key")).isFalse();
    assertThat(store(a, "one").get("key")).contains("a one");
  }

  @Test
  void comparingDecidesWhetherAValueIsKept() {
    KeyValueStore store = store(a, "compare");
    assertThat(store.compareAndPut("k", "x", "1")).isFalse();
    assertThat(store.compareAndPut("k", null, "1")).isTrue();
    assertThat(store.compareAndPut("k", null, "2")).isFalse();
    assertThat(store.compareAndPut("k", "1", "2")).isTrue();
    assertThat(store.compareAndPut("k", "1", "3")).isFalse();
    assertThat(store.compareAndPut("k", "2", "2")).isTrue();
    assertThat(store.get("k")).contains("2");
  }

  @Test
  void eightThreadsCountToEightHundred() throws Exception {
    store(a, "count").put("n", "0");
    List<Callable<Void>> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(
          () -> {
            KeyValueStore store = store(a, "count");
            for (int added = 0; added < 100; ) {
              String before = store.get("n").orElseThrow();
              String after = String.valueOf(Integer.parseInt(before) + 1);
              added += store.compareAndPut("n", before, after) ? 1 : 0;
            }
            return null;
          });
    }
    try (var executor = Executors.newFixedThreadPool(8)) {
      for (Future<Void> done : executor.invokeAll(threads)) {
        done.get();
      }
    }
    assertThat(store(a, "count").get("n")).contains("800");
  }

  @Test
  void keysAreListedByTheirPrefixAndTellCaseAndAccentsApart() {
    KeyValueStore store = store(a, "keys");
    for (String key : List.of("t/b", "t/a", "T/a", "t_a", "t/á", "t%", "u")) {
      store.put(key, "");
    }
    assertThat(store.keys("t/", 10)).containsExactly("t/a", "t/b", "t/á");
    assertThat(store.keys("", 3)).containsExactly("T/a", "t%", "t/a");
    assertThatThrownBy(() -> store.keys("", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theLimitsHold() {
    KeyValueStore store = store(a, "limits");
    String longest = "ế".repeat(KeyValueStore.MAX_VALUE);
    store.put("k".repeat(KeyValueStore.MAX_KEY), longest);
    assertThat(store.get("k".repeat(KeyValueStore.MAX_KEY))).contains(longest);

    assertThatThrownBy(() -> store.put("", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.put("a\nb", "x")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.put("k".repeat(KeyValueStore.MAX_KEY + 1), "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.put("k", longest + "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFullStoreRefusesNewKeysAndTakesThemAgainAfterARemoval() {
    Quota quota = new Quota(20);
    KeyValueStore full = store(quota, a, "full");
    for (int i = 0; i < 20; i++) {
      full.put("k" + i, "v");
    }

    assertThatThrownBy(() -> full.put("one more", "v"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("20 entries");
    assertThatThrownBy(() -> full.compareAndPut("one more", null, "v"))
        .isInstanceOf(IllegalStateException.class);
    full.put("k3", "a known key may change");
    store(quota, b, "full").put("of another workspace", "v");

    assertThat(full.remove("k5")).isTrue();
    full.put("one more", "v");
    assertThat(full.get("one more")).contains("v");
  }

  private static KeyValueStore store(Tenant tenant, String plugin) {
    return store(new Quota(KeyValueStore.MAX_ENTRIES), tenant, plugin);
  }

  private static KeyValueStore store(Quota quota, Tenant tenant, String plugin) {
    return new StoredValues(
        world.bean(Tenants.class), world.bean(Work.class), quota, tenant.id(), plugin);
  }
}
