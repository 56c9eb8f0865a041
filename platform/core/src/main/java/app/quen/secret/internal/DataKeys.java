package app.quen.secret.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.key.NoKey;
import app.quen.key.WorkspaceKeys;
import app.quen.key.WrappingKey;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** The rows of {@code customer_key}. */
@WithoutSight(because = "it holds keys and no values, and shows none of them")
@ApplicationScoped
class DataKeys {

  /** Of values that are no customer's. */
  static final UUID NOBODY = new UUID(0, 0);

  private static final int LENGTH = 32;
  private static final int MOST_KNOWN = 20_000;
  private static final int AT_ONCE = 500;

  /** Stands for a key that cannot be unwrapped. */
  private static final Aead BROKEN =
      new Aead() {
        @Override
        public byte[] encrypt(byte[] plain, byte[] boundTo) {
          throw new IllegalStateException("nothing is encrypted with a key that is broken");
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] boundTo) throws GeneralSecurityException {
          throw new GeneralSecurityException("the key is broken");
        }
      };

  private final SecureRandom random = new SecureRandom();

  /**
   * Only what is committed: a key that was rolled back must seal nothing. One that was deleted
   * since is of a customer whose values are gone too.
   */
  private final Map<Name, Aead> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Aead> eldest) {
          return size() > MOST_KNOWN;
        }
      };

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject WorkspaceKeys keys;

  private record Name(TenantId tenant, DataKey key) {

    byte[] bytes() {
      String version = key.version() == 1 ? "" : " " + key.version();
      return (tenant + " data " + key.holder() + version).getBytes(StandardCharsets.UTF_8);
    }
  }

  /** Those that there are. */
  Map<DataKey, Aead> of(Set<DataKey> wanted) {
    TenantId tenant = tenants.current().id();
    Map<DataKey, Aead> found = new HashMap<>();
    Set<UUID> missing = new TreeSet<>();
    Map<DataKey, Aead> here = here(tenant);
    synchronized (known) {
      for (DataKey key : wanted) {
        Aead aead = here.get(key);
        aead = aead == null ? known.get(new Name(tenant, key)) : aead;
        if (aead == null) {
          missing.add(key.holder());
        } else {
          found.put(key, aead);
        }
      }
    }
    if (!missing.isEmpty()) {
      Map<DataKey, Aead> read = read(tenant, List.copyOf(missing), "");
      here.putAll(read);
      read.keySet().retainAll(wanted);
      found.putAll(read);
    }
    return found;
  }

  /** Makes those that there are not yet. */
  Map<DataKey, Aead> ofOrMade(Set<DataKey> wanted) {
    Map<DataKey, Aead> found = of(wanted);
    List<DataKey> missing =
        wanted.stream()
            .filter(key -> !found.containsKey(key))
            .sorted(Comparator.comparing(DataKey::holder))
            .toList();
    if (!missing.isEmpty()) {
      TenantId tenant = tenants.current().id();
      make(tenant, missing);
      // a locking read: another transaction may have been faster
      Map<DataKey, Aead> made =
          read(tenant, missing.stream().map(DataKey::holder).toList(), " LOCK IN SHARE MODE");
      here(tenant).putAll(made);
      made.keySet().retainAll(Set.copyOf(missing));
      found.putAll(made);
    }
    return found;
  }

  /** Those under which nothing can be encrypted, because somebody has bent them. */
  static void requireWhole(Map<DataKey, Aead> keys) {
    keys.forEach((key, aead) -> requireWhole(key.holder(), aead));
  }

  static boolean broken(Aead aead) {
    return aead == BROKEN;
  }

  private static void requireWhole(UUID holder, Aead aead) {
    if (aead == BROKEN) {
      throw new NoKey(
          "the key of customer "
              + holder
              + " was changed by other means than Quen's, so that nothing can be encrypted with it:"
              + " restore its row in customer_key from a backup, or delete the row to give the"
              + " customer a new key");
    }
  }

  /** What the open unit of work has read or made. */
  private Map<DataKey, Aead> here(TenantId tenant) {
    return work.companion(Here.class, () -> begin(tenant)).keys;
  }

  private Here begin(TenantId tenant) {
    Here here = new Here();
    work.afterCommit(
        () -> {
          synchronized (known) {
            here.keys.forEach(
                (key, aead) -> {
                  if (aead != BROKEN) {
                    known.put(new Name(tenant, key), aead);
                  }
                });
          }
        });
    return here;
  }

  private static final class Here {
    private final Map<DataKey, Aead> keys = new HashMap<>();
  }

  private Map<DataKey, Aead> read(TenantId tenant, List<UUID> holders, String lock) {
    Map<DataKey, Aead> read = new HashMap<>();
    for (int from = 0; from < holders.size(); from += AT_ONCE) {
      work.sql()
          .createQuery(
              "SELECT customer_id, version, generation, wrapped FROM customer_key"
                  + " WHERE customer_id IN (<ids>)"
                  + lock)
          .bindList("ids", holders.subList(from, Math.min(holders.size(), from + AT_ONCE)))
          .map(
              (row, context) -> {
                DataKey key = new DataKey(row.getObject(1, UUID.class), row.getInt(2));
                WrappingKey wrapping = keys.wrapping(tenant, row.getInt(3));
                return read.put(key, unwrapped(wrapping, row.getBytes(4), new Name(tenant, key)));
              })
          .list();
    }
    return read;
  }

  /** One that somebody has bent must not keep the others' values from being read. */
  private static Aead unwrapped(WrappingKey wrapping, byte[] wrapped, Name name) {
    try {
      return aead(wrapping.unwrap(wrapped, name.bytes()));
    } catch (NoKey e) {
      return BROKEN;
    }
  }

  private void make(TenantId tenant, List<DataKey> missing) {
    WrappingKey wrapping = wrapping(tenant);
    try (var batch =
        work.sql()
            .prepareBatch(
                "INSERT IGNORE INTO customer_key (customer_id, version, generation, wrapped)"
                    + " VALUES (?, ?, ?, ?)")) {
      for (DataKey name : missing) {
        byte[] key = new byte[LENGTH];
        random.nextBytes(key);
        batch
            .bind(0, name.holder())
            .bind(1, name.version())
            .bind(2, wrapping.generation())
            .bind(3, wrapping.wrap(key, new Name(tenant, name).bytes()))
            .add();
      }
      batch.execute();
    }
  }

  /**
   * The one that wraps now. It stays so until this transaction ends: who makes another take over
   * waits.
   */
  private WrappingKey wrapping(TenantId tenant) {
    int generation =
        work.sql()
            .createQuery("SELECT generation FROM secret_state LOCK IN SHARE MODE")
            .mapTo(Integer.class)
            .one();
    if (keys.wrappingGenerations(tenant).isEmpty()) {
      boolean used =
          work.sql()
              .createQuery("SELECT EXISTS (SELECT 1 FROM customer_key)")
              .mapTo(Boolean.class)
              .one();
      if (used) {
        throw new NoKey(
            "the keys of workspace "
                + tenant
                + " are not in the control schema, but it has values under them: restore"
                + " workspace_key in the control schema");
      }
      return keys.newestWrapping(tenant);
    }
    return keys.wrapping(tenant, generation);
  }

  /** Makes the first key that wraps, if there is none yet. */
  void ensureWrapping() {
    wrapping(tenants.current().id());
  }

  /**
   * Wraps some data keys with the newest key that still are wrapped by another.
   *
   * @return how many there were
   */
  int rewrap(int most) {
    TenantId tenant = tenants.current().id();
    WrappingKey wrapping = wrapping(tenant);
    Map<DataKey, byte[]> rewrapped = new HashMap<>();
    work.sql()
        .createQuery(
            "SELECT customer_id, version, generation, wrapped FROM customer_key WHERE generation <>"
                + " :generation ORDER BY generation, customer_id, version LIMIT :most FOR UPDATE")
        .bind("generation", wrapping.generation())
        .bind("most", most)
        .map(
            (row, context) -> {
              DataKey data = new DataKey(row.getObject(1, UUID.class), row.getInt(2));
              byte[] name = new Name(tenant, data).bytes();
              byte[] key = keys.wrapping(tenant, row.getInt(3)).unwrap(row.getBytes(4), name);
              return rewrapped.put(data, wrapping.wrap(key, name));
            })
        .list();
    if (!rewrapped.isEmpty()) {
      try (var batch =
          work.sql()
              .prepareBatch(
                  "UPDATE customer_key SET generation = ?, wrapped = ?"
                      + " WHERE customer_id = ? AND version = ?")) {
        rewrapped.forEach(
            (key, wrapped) ->
                batch
                    .bind(0, wrapping.generation())
                    .bind(1, wrapped)
                    .bind(2, key.holder())
                    .bind(3, key.version())
                    .add());
        batch.execute();
      }
    }
    return rewrapped.size();
  }

  void destroy(Collection<UUID> holders) {
    work.sql()
        .createUpdate("DELETE FROM customer_key WHERE customer_id IN (<ids>)")
        .bindList("ids", List.copyOf(holders))
        .execute();
    TenantId tenant = tenants.current().id();
    Set<UUID> gone = Set.copyOf(holders);
    here(tenant).keySet().removeIf(key -> gone.contains(key.holder()));
    work.afterCommit(
        () -> {
          synchronized (known) {
            known
                .keySet()
                .removeIf(name -> name.tenant.equals(tenant) && gone.contains(name.key.holder()));
          }
        });
  }

  private static Aead aead(byte[] key) {
    try {
      return new AesGcmJce(key);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
