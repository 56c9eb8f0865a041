package app.quen.importing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class ReadingAheadTest {

  @Property
  void seenKeysAreASet(@ForAll List<String> added, @ForAll List<String> asked) {
    SeenKeys seen = new SeenKeys();
    Set<String> model = new HashSet<>(added);
    seen.addAll(added);
    for (String key : asked) {
      assertThat(seen.containsAny(List.of(key))).isEqualTo(model.contains(key));
    }
    for (String key : added) {
      assertThat(seen.containsAny(List.of("never", key))).isTrue();
    }
  }

  @Property(tries = 20)
  void manyKeysAreKept(@ForAll int seed) {
    SeenKeys seen = new SeenKeys();
    List<String> keys = new java.util.ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      keys.add("phone:+84" + seed + i);
    }
    seen.addAll(keys);
    assertThat(keys).allMatch(key -> seen.containsAny(List.of(key)));
    assertThat(seen.containsAny(List.of("phone:+84" + seed + "x"))).isFalse();
  }
}
