package app.quen.installation.internal;

import app.quen.plugin.KeyValueStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's values while it is told many facts: what it puts is written in one transaction at the
 * end, or when there is much of it. After an import a listener is told of a hundred thousand
 * customers, and a transaction for each would keep the database's disk busy for minutes.
 */
final class BufferedValues implements KeyValueStore {

  private static final int MOST = 500;

  private final StoredValues stored;
  private final Map<String, String> put = new LinkedHashMap<>();

  BufferedValues(StoredValues stored) {
    this.stored = stored;
  }

  @Override
  public synchronized Optional<String> get(String key) {
    String value = put.get(key);
    return value != null ? Optional.of(value) : stored.get(key);
  }

  @Override
  public synchronized void put(String key, String value) {
    StoredValues.check(key, value);
    put.put(key, value);
    if (put.size() >= MOST) {
      flush();
    }
  }

  @Override
  public synchronized boolean compareAndPut(String key, @Nullable String expected, String value) {
    flush();
    return stored.compareAndPut(key, expected, value);
  }

  @Override
  public synchronized boolean remove(String key) {
    flush();
    return stored.remove(key);
  }

  @Override
  public synchronized List<String> keys(String prefix, int limit) {
    flush();
    return stored.keys(prefix, limit);
  }

  /**
   * Writes what was put and is not written yet.
   *
   * @throws IllegalStateException if the store has no place for it; nothing of it is kept then
   */
  synchronized void flush() {
    if (!put.isEmpty()) {
      Map<String, String> written = Map.copyOf(put);
      put.clear();
      stored.putAll(written);
    }
  }
}
