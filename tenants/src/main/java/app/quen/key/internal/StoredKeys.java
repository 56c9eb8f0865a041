package app.quen.key.internal;

import app.quen.control.ControlSchema;
import app.quen.key.IndexKey;
import app.quen.key.MasterKey;
import app.quen.key.NoKey;
import app.quen.key.WorkspaceKeys;
import app.quen.key.WrappingKey;
import app.quen.tenant.TenantId;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** {@link WorkspaceKeys} in the rows of {@code workspace_key}. */
@ApplicationScoped
class StoredKeys implements WorkspaceKeys {

  private static final String WRAPPING = "wrapping";
  private static final String INDEX = "index";
  private static final int MOST_KNOWN = 10_000;

  @Inject ControlSchema control;
  @Inject MasterKey master;

  private final Map<Name, WrappingKey> wrapping = new ConcurrentHashMap<>();
  private final Map<Name, IndexKey> index = new ConcurrentHashMap<>();

  /** What a key is bound to. */
  private record Name(TenantId tenant, String purpose, int generation) {

    byte[] bytes() {
      return (tenant + " " + purpose + " " + generation).getBytes(StandardCharsets.UTF_8);
    }
  }

  @Override
  public WrappingKey newestWrapping(TenantId tenant) {
    List<Integer> known = wrappingGenerations(tenant);
    return known.isEmpty()
        ? unwrapped(make(new Name(tenant, WRAPPING, 1), PredefinedAeadParameters.AES256_GCM))
        : wrapping(tenant, known.getLast());
  }

  @Override
  public WrappingKey wrapping(TenantId tenant, int generation) {
    return unwrapped(new Name(tenant, WRAPPING, generation));
  }

  private WrappingKey unwrapped(Name name) {
    WrappingKey known = wrapping.get(name);
    if (known != null) {
      return known;
    }
    try {
      Aead aead = read(name).getPrimitive(RegistryConfiguration.get(), Aead.class);
      WrappingKey read = new WrappingKey(name.generation(), aead);
      if (wrapping.size() >= MOST_KNOWN) {
        wrapping.clear();
      }
      wrapping.put(name, read);
      return read;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored key is none", e);
    }
  }

  @Override
  public IndexKey index(TenantId tenant, int generation, BooleanSupplier mayMake) {
    Name name = new Name(tenant, INDEX, generation);
    IndexKey known = index.get(name);
    if (known != null) {
      return known;
    }
    if (!there(name) && mayMake.getAsBoolean()) {
      make(name, PredefinedPrfParameters.HMAC_SHA256_PRF);
    }
    try {
      PrfSet prfs = read(name).getPrimitive(RegistryConfiguration.get(), PrfSet.class);
      IndexKey read = new IndexKey(prfs.getPrfs().get(prfs.getPrimaryId()));
      if (index.size() >= MOST_KNOWN) {
        index.clear();
      }
      index.put(name, read);
      return read;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored key is none", e);
    }
  }

  @Override
  public WrappingKey makeNextWrapping(TenantId tenant) {
    int next = newestWrapping(tenant).generation() + 1;
    return unwrapped(make(new Name(tenant, WRAPPING, next), PredefinedAeadParameters.AES256_GCM));
  }

  @Override
  public int makeNextIndex(TenantId tenant) {
    List<Integer> known = indexGenerations(tenant);
    int next = known.isEmpty() ? 1 : known.getLast() + 1;
    make(new Name(tenant, INDEX, next), PredefinedPrfParameters.HMAC_SHA256_PRF);
    return next;
  }

  @Override
  public void destroyWrapping(TenantId tenant, int generation) {
    Name name = new Name(tenant, WRAPPING, generation);
    destroy(name);
    wrapping.remove(name);
  }

  @Override
  public void destroyIndex(TenantId tenant, int generation) {
    Name name = new Name(tenant, INDEX, generation);
    destroy(name);
    index.remove(name);
  }

  private void destroy(Name name) {
    control.run(
        sql ->
            sql.execute(
                "DELETE FROM workspace_key WHERE tenant_id = ? AND purpose = ? AND generation = ?",
                name.tenant().value(),
                name.purpose(),
                name.generation()));
  }

  @Override
  public List<Integer> wrappingGenerations(TenantId tenant) {
    return generations(tenant, WRAPPING);
  }

  @Override
  public List<Integer> indexGenerations(TenantId tenant) {
    return generations(tenant, INDEX);
  }

  private List<Integer> generations(TenantId tenant, String purpose) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT generation FROM workspace_key WHERE tenant_id = ? AND purpose = ?"
                        + " ORDER BY generation")
                .bind(0, tenant.value())
                .bind(1, purpose)
                .mapTo(Integer.class)
                .list());
  }

  private boolean there(Name name) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT EXISTS (SELECT 1 FROM workspace_key WHERE tenant_id = ? AND purpose = ?"
                        + " AND generation = ?)")
                .bind(0, name.tenant().value())
                .bind(1, name.purpose())
                .bind(2, name.generation())
                .mapTo(Boolean.class)
                .one());
  }

  /** Where two nodes make it at once, both go on with that of the first. */
  private Name make(Name name, Parameters parameters) {
    byte[] wrapped;
    try {
      register();
      KeysetHandle made = KeysetHandle.generateNew(parameters);
      wrapped =
          master.wrap(
              TinkProtoKeysetFormat.serializeKeyset(made, InsecureSecretKeyAccess.get()),
              name.bytes());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    control.run(
        sql ->
            sql.execute(
                "INSERT IGNORE INTO workspace_key (tenant_id, purpose, generation, keyset,"
                    + " created_at) VALUES (?, ?, ?, ?, ?)",
                name.tenant().value(),
                name.purpose(),
                name.generation(),
                wrapped,
                LocalDateTime.now(ZoneOffset.UTC)));
    return name;
  }

  private KeysetHandle read(Name name) throws GeneralSecurityException {
    byte[] wrapped =
        control.call(
            sql ->
                sql.createQuery(
                        "SELECT keyset FROM workspace_key WHERE tenant_id = ? AND purpose = ? AND"
                            + " generation = ?")
                    .bind(0, name.tenant().value())
                    .bind(1, name.purpose())
                    .bind(2, name.generation())
                    .mapTo(byte[].class)
                    .findOne()
                    .orElseThrow(
                        () ->
                            new NoKey(
                                "the "
                                    + name.purpose()
                                    + " key "
                                    + name.generation()
                                    + " of workspace "
                                    + name.tenant()
                                    + " is not in the control schema: restore workspace_key from"
                                    + " the same time as the workspace's schema")));
    register();
    return TinkProtoKeysetFormat.parseKeyset(
        master.unwrap(wrapped, name.bytes()), InsecureSecretKeyAccess.get());
  }

  /**
   * Tries the master key, on a stored key if there is one.
   *
   * @throws NoKey if it is missing or another one
   */
  void probe() {
    byte[] place = "probe".getBytes(StandardCharsets.UTF_8);
    master.unwrap(master.wrap(place, place), place);
    for (Name name : names(" ORDER BY created_at DESC LIMIT 1")) {
      try {
        read(name);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a stored key is none", e);
      }
    }
  }

  private List<Name> names(String which) {
    return control.call(
        sql ->
            sql.createQuery("SELECT tenant_id, purpose, generation FROM workspace_key" + which)
                .map(
                    (row, context) ->
                        new Name(
                            new TenantId(row.getObject(1, UUID.class)),
                            row.getString(2),
                            row.getInt(3)))
                .list());
  }

  @Override
  public int rewrapAll() {
    List<Name> all = names("");
    int rewrapped = 0;
    for (Name name : all) {
      rewrapped += control.transact(sql -> rewrap(sql, name));
    }
    return rewrapped;
  }

  private int rewrap(org.jdbi.v3.core.Handle sql, Name name) {
    byte[] before =
        sql.createQuery(
                "SELECT keyset FROM workspace_key WHERE tenant_id = ? AND purpose = ? AND"
                    + " generation = ? FOR UPDATE")
            .bind(0, name.tenant().value())
            .bind(1, name.purpose())
            .bind(2, name.generation())
            .mapTo(byte[].class)
            .findOne()
            .orElse(null);
    if (before == null) {
      return 0; // destroyed meanwhile
    }
    byte[] after = master.wrap(master.unwrap(before, name.bytes()), name.bytes());
    return sql.execute(
        "UPDATE workspace_key SET keyset = ? WHERE tenant_id = ? AND purpose = ? AND generation ="
            + " ?",
        after,
        name.tenant().value(),
        name.purpose(),
        name.generation());
  }

  private static void register() throws GeneralSecurityException {
    AeadConfig.register();
    PrfConfig.register();
  }
}
