package app.quen.installation.internal;

import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.plugin.KeyValueStore;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's values in one tenant: the rows of {@code plugin_value}. Enters the tenant by itself,
 * because plugins run on threads that have entered none.
 */
final class StoredValues implements KeyValueStore {

  private final Tenants tenants;
  private final Work work;
  private final Quota quota;
  private final TenantId tenant;
  private final String plugin;
  private final ClassLoader application = Thread.currentThread().getContextClassLoader();

  /** Made on a thread of the application, whose class loader the database's libraries need. */
  StoredValues(Tenants tenants, Work work, Quota quota, TenantId tenant, String plugin) {
    this.tenants = tenants;
    this.work = work;
    this.quota = quota;
    this.tenant = tenant;
    this.plugin = plugin;
  }

  @Override
  public Optional<String> get(String key) {
    return inTenant(() -> Optional.ofNullable(value(work.sql(), key, "")));
  }

  @Override
  public void put(String key, String value) {
    check(key, value);
    inTenant(
        () -> {
          Handle sql = work.sql();
          if (value(sql, key, " FOR UPDATE") == null) {
            refuseWhenFull(sql, 1);
          }
          return sql.createUpdate(
                  "INSERT INTO plugin_value (plugin_id, value_key, value) VALUES (:plugin, :key,"
                      + " :value) ON DUPLICATE KEY UPDATE value = :value")
              .bind("plugin", plugin)
              .bind("key", key)
              .bind("value", value)
              .execute();
        });
  }

  /** Keeps all of them, or none if there is no place for all. */
  void putAll(Map<String, String> values) {
    inTenant(
        () -> {
          Handle sql = work.sql();
          Set<String> known =
              sql.createQuery(
                      "SELECT value_key FROM plugin_value WHERE plugin_id = :plugin AND value_key"
                          + " IN (<keys>) ORDER BY value_key FOR UPDATE")
                  .bind("plugin", plugin)
                  .bindList("keys", List.copyOf(values.keySet()))
                  .mapTo(String.class)
                  .set();
          refuseWhenFull(sql, values.size() - known.size());
          // in the order of the keys, so that two servers lock them in the same order
          List<Object> parameters = new ArrayList<>();
          new TreeMap<>(values)
              .forEach((key, value) -> parameters.addAll(List.of(plugin, key, value)));
          return PlainSql.execute(
              sql,
              "INSERT INTO plugin_value (plugin_id, value_key, value) VALUES (?, ?, ?)"
                  + ", (?, ?, ?)".repeat(values.size() - 1)
                  + " ON DUPLICATE KEY UPDATE value = VALUES(value)",
              parameters);
        });
  }

  @Override
  public boolean compareAndPut(String key, @Nullable String expected, String value) {
    check(key, value);
    return inTenant(
        () -> {
          Handle sql = work.sql();
          if (expected == null) {
            if (value(sql, key, "") != null) {
              return false;
            }
            refuseWhenFull(sql, 1);
            // the primary key decides who of two is first
            return sql.createUpdate(
                        "INSERT IGNORE INTO plugin_value (plugin_id, value_key, value) VALUES"
                            + " (:plugin, :key, :value)")
                    .bind("plugin", plugin)
                    .bind("key", key)
                    .bind("value", value)
                    .execute()
                == 1;
          }
          if (!expected.equals(value(sql, key, " FOR UPDATE"))) {
            return false;
          }
          sql.createUpdate(
                  "UPDATE plugin_value SET value = :value WHERE plugin_id = :plugin AND value_key"
                      + " = :key")
              .bind("plugin", plugin)
              .bind("key", key)
              .bind("value", value)
              .execute();
          return true;
        });
  }

  @Override
  public boolean remove(String key) {
    return inTenant(
        () ->
            work.sql()
                    .createUpdate("DELETE FROM plugin_value WHERE plugin_id = ? AND value_key = ?")
                    .bind(0, plugin)
                    .bind(1, key)
                    .execute()
                == 1);
  }

  @Override
  public List<String> keys(String prefix, int limit) {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("the limit " + limit + " is not from 1 to 1,000");
    }
    return inTenant(
        () ->
            work.sql()
                .createQuery(
                    "SELECT value_key FROM plugin_value WHERE plugin_id = :plugin AND value_key >="
                        + " :prefix AND LEFT(value_key, CHAR_LENGTH(:prefix)) = :prefix ORDER BY"
                        + " value_key LIMIT :limit")
                .bind("plugin", plugin)
                .bind("prefix", prefix)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
  }

  private <T> T inTenant(Supplier<T> action) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(application);
    try {
      return tenants.callAs(tenant, () -> work.transact(action));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private @Nullable String value(Handle sql, String key, String lock) {
    return sql.createQuery(
            "SELECT value FROM plugin_value WHERE plugin_id = ? AND value_key = ?" + lock)
        .bind(0, plugin)
        .bind(1, key)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }

  private void refuseWhenFull(Handle sql, int added) {
    if (added > 0 && !quota.take(tenant, plugin, added, () -> count(sql))) {
      throw new IllegalStateException(
          "the store of "
              + plugin
              + " is full: it holds "
              + quota.most()
              + " entries; remove some");
    }
  }

  private long count(Handle sql) {
    return sql.createQuery("SELECT COUNT(*) FROM plugin_value WHERE plugin_id = ?")
        .bind(0, plugin)
        .mapTo(Long.class)
        .one();
  }

  static void check(String key, String value) {
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
