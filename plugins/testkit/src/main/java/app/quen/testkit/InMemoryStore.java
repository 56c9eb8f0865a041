package app.quen.testkit;

import app.quen.plugin.KeyValueStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A store that holds to the same limits as the host's and forgets everything at the end. */
public final class InMemoryStore implements KeyValueStore {

  private final TreeMap<String, String> entries = new TreeMap<>();

  @Override
  public synchronized Optional<String> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public synchronized void put(String key, String value) {
    check(key, value);
    entries.put(key, value);
  }

  @Override
  public synchronized boolean compareAndPut(String key, @Nullable String expected, String value) {
    check(key, value);
    if (!java.util.Objects.equals(entries.get(key), expected)) {
      return false;
    }
    entries.put(key, value);
    return true;
  }

  @Override
  public synchronized boolean remove(String key) {
    return entries.remove(key) != null;
  }

  @Override
  public synchronized List<String> keys(String prefix, int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("the limit " + limit + " is not from 1 to 1,000");
    }
    return entries.keySet().stream().filter(key -> key.startsWith(prefix)).limit(limit).toList();
  }

  /** Everything that is kept, for assertions. */
  public synchronized Map<String, String> all() {
    return Map.copyOf(entries);
  }

  private static void check(String key, String value) {
    if (key.isEmpty() || key.length() > MAX_KEY || key.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "a key has 1 to " + MAX_KEY + " characters and no control characters: '" + key + "'");
    }
    if (value.length() > MAX_VALUE) {
      throw new IllegalArgumentException(
          "the value of '" + key + "' is longer than " + MAX_VALUE + " characters");
    }
  }
}
