package app.quen.plugin;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a plugin keeps for one workspace: texts under keys. Each plugin has its own for each
 * workspace; all its releases share it. Entries stay while the plugin is switched off.
 *
 * <p>Every method is one transaction of its own and takes about a millisecond. In a listener, what
 * is put may be written a little later, together with what is put for other facts: the call sees it
 * at once, other servers when the facts count as told. Use it only on the thread of the call that
 * gave it. It is part of the workspace's data: backed up, exported and erased with it.
 *
 * <p><b>Limits:</b> keys of 1 to {@value #MAX_KEY} characters, case-sensitive, no control
 * characters; values of up to {@value #MAX_VALUE} characters; {@value #MAX_ENTRIES} entries.
 *
 * @since 0.1
 */
public interface KeyValueStore {

  /** The longest key, in characters. */
  int MAX_KEY = 190;

  /** The longest value, in characters. */
  int MAX_VALUE = 65_536;

  /** About the most entries that a plugin may keep in one workspace: some per customer. */
  int MAX_ENTRIES = 10_000_000;

  /** What is kept under the key. */
  Optional<String> get(String key);

  /**
   * Keeps the value, whatever was kept under the key before.
   *
   * @throws IllegalArgumentException if the key or the value is outside the limits
   * @throws IllegalStateException if the store is full
   */
  void put(String key, String value);

  /**
   * Keeps the value only if what is kept under the key is the expected one: the way to count, to
   * lock and to do something once, whatever happens at the same time on other threads and servers.
   *
   * @param expected what must be there now; null: nothing
   * @return whether the value was kept; false leaves everything as it was
   * @throws IllegalArgumentException if the key or the value is outside the limits
   * @throws IllegalStateException if the store is full
   */
  boolean compareAndPut(String key, @Nullable String expected, String value);

  /**
   * Forgets the key.
   *
   * @return whether there was anything
   */
  boolean remove(String key);

  /**
   * The keys that begin with the prefix, in the order of their characters' code points.
   *
   * @param prefix empty for all keys
   * @param limit the most to return, 1 to 1,000
   * @throws IllegalArgumentException if the limit is outside that range
   */
  List<String> keys(String prefix, int limit);
}
