package app.quen.seal;

import app.quen.control.ControlSchema;
import app.quen.database.Utc;
import app.quen.seal.internal.SealKeys;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Seals trails. It signs what it is told: whether that is so, the caller looks up before. */
@ApplicationScoped
public class Seals {

  private static final String ALGORITHM = "Ed25519";

  @Inject ControlSchema control;
  @Inject SealKeys keys;

  /**
   * Signs, and writes it down; nothing happens where the number is sealed already.
   *
   * @param kept for good, or until a later one is there
   * @throws NoSealKey if the keys cannot be opened
   */
  public Seal seal(TenantId tenant, long sequence, byte[] hash, boolean kept) {
    var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var seal = new Seal(sequence, hash, at, signature(tenant, sequence, hash, at), kept);
    control.transact(
        sql -> {
          sql.createUpdate(
                  "INSERT IGNORE INTO seal (tenant_id, seq, hash, at, signature, kept)"
                      + " VALUES (?, ?, ?, ?, ?, ?)")
              .bind(0, tenant.value())
              .bind(1, sequence)
              .bind(2, hash)
              .bind(3, Utc.of(at))
              .bind(4, seal.signature())
              .bind(5, kept)
              .execute();
          return sql.createUpdate(
                  "DELETE FROM seal WHERE tenant_id = ? AND seq < ? AND kept = FALSE")
              .bind(0, tenant.value())
              .bind(1, sequence)
              .execute();
        });
    return seal;
  }

  /** Keeps for good what was to be kept only until the next. */
  public void keep(TenantId tenant, Seal seal) {
    control.run(
        sql ->
            sql.createUpdate("UPDATE seal SET kept = TRUE WHERE tenant_id = ? AND seq = ?")
                .bind(0, tenant.value())
                .bind(1, seal.sequence())
                .execute());
  }

  /** All that are there, in their order. */
  public List<Seal> all(TenantId tenant) {
    return read(tenant, "ORDER BY seq");
  }

  public Optional<Seal> last(TenantId tenant) {
    return read(tenant, "ORDER BY seq DESC LIMIT 1").stream().findFirst();
  }

  public Optional<Seal> lastKept(TenantId tenant) {
    return read(tenant, "AND kept = TRUE ORDER BY seq DESC LIMIT 1").stream().findFirst();
  }

  /** The key that the workspace's seals are checked with; none before the first seal. */
  public Optional<PublicKey> key(TenantId tenant) {
    return keys.publicKey(tenant);
  }

  /** Whether the seal bears the workspace's signature. */
  public boolean genuine(TenantId tenant, Seal seal) {
    try {
      var check = Signature.getInstance(ALGORITHM);
      var key = key(tenant);
      if (key.isEmpty()) {
        return false;
      }
      check.initVerify(key.get());
      check.update(Seal.text(tenant, seal.sequence(), seal.hash(), seal.at()));
      return check.verify(seal.signature());
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private byte[] signature(TenantId tenant, long sequence, byte[] hash, Instant at) {
    try {
      var signing = Signature.getInstance(ALGORITHM);
      signing.initSign(keys.privateKey(tenant));
      signing.update(Seal.text(tenant, sequence, hash, at));
      return signing.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign for " + tenant, e);
    }
  }

  private List<Seal> read(TenantId tenant, String which) {
    return control.call(
        sql ->
            sql.createQuery(
                    "SELECT seq, hash, at, signature, kept FROM seal WHERE tenant_id = ? " + which)
                .bind(0, tenant.value())
                .map(
                    (row, context) ->
                        new Seal(
                            row.getLong("seq"),
                            row.getBytes("hash"),
                            row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                            row.getBytes("signature"),
                            row.getBoolean("kept")))
                .list());
  }
}
