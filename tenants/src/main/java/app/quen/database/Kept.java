package app.quen.database;

import app.quen.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What was read of the tenants that asked last. Kept under the mark that it had in the transaction
 * that read it: what a transaction has changed and not committed stands under a mark that only
 * itself sees.
 *
 * @param <K> what is asked for in a tenant
 */
public final class Kept<K, V> {

  private static final int TENANTS = 256;

  private record Known<K, V>(String mark, Map<K, V> values) {}

  private final Map<TenantId, Known<K, V>> tenants =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TenantId, Known<K, V>> eldest) {
          return size() > TENANTS;
        }
      };

  /** What is kept under the mark; null if nothing is. */
  public @Nullable V known(TenantId tenant, String mark, K key) {
    return known(tenant, mark).get(key);
  }

  public V of(TenantId tenant, String mark, K key, Function<? super K, ? extends V> reading) {
    return of(tenant, mark, key, reading, value -> true);
  }

  /**
   * @param good whether a value that is kept still holds although the mark is the same
   */
  public V of(
      TenantId tenant,
      String mark,
      K key,
      Function<? super K, ? extends V> reading,
      Predicate<? super V> good) {
    Map<K, V> known = known(tenant, mark);
    V value = known.get(key);
    if (value == null || !good.test(value)) {
      value = reading.apply(key);
      known.put(key, value);
    }
    return value;
  }

  private synchronized Map<K, V> known(TenantId tenant, String mark) {
    Known<K, V> known = tenants.get(tenant);
    if (known == null || !known.mark.equals(mark)) {
      known = new Known<>(mark, new ConcurrentHashMap<>());
      tenants.put(tenant, known);
    }
    return known.values;
  }
}
