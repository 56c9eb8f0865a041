package app.quen.seal;

import app.quen.control.ControlSchema;
import app.quen.database.Utc;
import app.quen.seal.internal.Ed25519;
import app.quen.seal.internal.SealKeys;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Seals trails. It signs what it is told: whether that is so, the caller looks up before. */
@ApplicationScoped
public class Seals {

  @Inject ControlSchema control;
  @Inject SealKeys keys;

  /**
   * Signs, and writes it down; nothing happens where it, or what comes after it, is sealed already.
   *
   * @param kept for good, or until a later one is there
   * @return the seal that is there now
   * @throws NoSealKey if the keys cannot be opened
   */
  public Seal seal(TenantId tenant, long sequence, byte[] hash, boolean kept) {
    return control.transact(
        sql -> {
          var sealer = keys.lock(sql, tenant);
          var last = newest(sql, tenant);
          if (last.isPresent() && last.get().sequence() >= sequence) {
            return last.get();
          }
          var at = Instant.now().truncatedTo(ChronoUnit.MICROS);
          var signature = Ed25519.sign(sealer.secret(), Seal.text(tenant, sequence, hash, at));
          sql.createUpdate(
                  "INSERT INTO seal (tenant_id, seq, hash, at, signature, kept)"
                      + " VALUES (?, ?, ?, ?, ?, ?)")
              .bind(0, tenant.value())
              .bind(1, sequence)
              .bind(2, hash)
              .bind(3, Utc.of(at))
              .bind(4, signature)
              .bind(5, kept)
              .execute();
          sql.createUpdate("DELETE FROM seal WHERE tenant_id = ? AND seq < ? AND kept = FALSE")
              .bind(0, tenant.value())
              .bind(1, sequence)
              .execute();
          return new Seal(sequence, hash, at, signature, kept);
        });
  }

  /**
   * From now on another key seals. What is sealed stays so, and its last seal is kept for good.
   *
   * @throws NoSealKey if the keys cannot be opened
   */
  public SealKey rotate(TenantId tenant) {
    return control.transact(
        sql -> {
          var sealer = keys.lock(sql, tenant);
          long after = newest(sql, tenant).map(Seal::sequence).orElse(0L);
          sql.createUpdate("UPDATE seal SET kept = TRUE WHERE tenant_id = ? AND seq = ?")
              .bind(0, tenant.value())
              .bind(1, after)
              .execute();
          return keys.next(sql, tenant, sealer, after);
        });
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

  /** The keys that the workspace's seals are checked with, the first one first. */
  public List<SealKey> keys(TenantId tenant) {
    return keys.all(tenant);
  }

  /** Whether each key was vouched for by the one before, and begins where that one ends. */
  public boolean genuine(TenantId tenant, List<SealKey> history) {
    for (int i = 1; i < history.size(); i++) {
      var before = history.get(i - 1);
      var key = history.get(i);
      var vouched = key.vouched();
      if (vouched == null
          || key.number() != before.number() + 1
          || key.after() < before.after()
          || !Ed25519.verify(
              before.key(),
              SealKey.text(tenant, key.number(), key.after(), key.at(), key.key().getEncoded()),
              vouched)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the seal bears the signature of the key that sealed up to its entry. */
  public boolean genuine(TenantId tenant, List<SealKey> history, Seal seal) {
    return history.reversed().stream()
        .filter(key -> key.after() < seal.sequence())
        .findFirst()
        .filter(
            key ->
                Ed25519.verify(
                    key.key(),
                    Seal.text(tenant, seal.sequence(), seal.hash(), seal.at()),
                    seal.signature()))
        .isPresent();
  }

  private static Optional<Seal> newest(Handle sql, TenantId tenant) {
    return read(sql, tenant, "ORDER BY seq DESC LIMIT 1").stream().findFirst();
  }

  private List<Seal> read(TenantId tenant, String which) {
    return control.call(sql -> read(sql, tenant, which));
  }

  private static List<Seal> read(Handle sql, TenantId tenant, String which) {
    return sql.createQuery(
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
        .list();
  }
}
