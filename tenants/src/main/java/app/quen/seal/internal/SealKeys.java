package app.quen.seal.internal;

import app.quen.control.ControlSchema;
import app.quen.database.Utc;
import app.quen.seal.NoSealKey;
import app.quen.seal.SealKey;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The rows of {@code seal_key}: a pair of keys for each workspace, made at its first seal, and
 * those before it without their private half.
 */
@ApplicationScoped
public class SealKeys {

  private static final String COLUMNS =
      "SELECT number, public_key, private_key, after_seq, vouched, created_at FROM seal_key"
          + " WHERE tenant_id = ? ORDER BY number";

  @Inject ControlSchema control;
  @Inject Wrapping wrapping;

  /** The key that seals now. */
  public record Sealer(SealKey key, PrivateKey secret) {}

  private record Row(SealKey key, byte @Nullable [] wrapped) {}

  /** The first one first. */
  public List<SealKey> all(TenantId tenant) {
    return control.call(sql -> rows(sql, tenant, "")).stream().map(Row::key).toList();
  }

  /** Holds the key until the transaction ends: whoever seals or changes keys waits. */
  public Sealer lock(Handle sql, TenantId tenant) {
    // locked by a row that is always there: that of the workspace
    sql.createQuery("SELECT id FROM tenant WHERE id = ? FOR UPDATE")
        .bind(0, tenant.value())
        .mapTo(String.class)
        .one();
    List<Row> rows = rows(sql, tenant, " FOR UPDATE");
    if (rows.isEmpty()) {
      return make(sql, tenant, 1, 0, null);
    }
    Row last = rows.getLast();
    byte[] wrapped = last.wrapped();
    if (wrapped == null) {
      throw new NoSealKey("the seal key of workspace " + tenant + " has no private half");
    }
    return new Sealer(last.key(), Ed25519.privateKey(wrapping.unwrap(tenant, wrapped)));
  }

  /** Makes the next key, has the one before vouch for it, and forgets that one's private half. */
  public SealKey next(Handle sql, TenantId tenant, Sealer before, long after) {
    Sealer next = make(sql, tenant, before.key().number() + 1, after, before.secret());
    sql.createUpdate("UPDATE seal_key SET private_key = NULL WHERE tenant_id = ? AND number < ?")
        .bind(0, tenant.value())
        .bind(1, next.key().number())
        .execute();
    return next.key();
  }

  private Sealer make(
      Handle sql, TenantId tenant, int number, long after, @Nullable PrivateKey voucher) {
    var pair = Ed25519.pair();
    byte[] open = pair.getPublic().getEncoded();
    Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
    byte[] vouched =
        voucher == null
            ? null
            : Ed25519.sign(voucher, SealKey.text(tenant, number, after, at, open));
    sql.createUpdate(
            "INSERT INTO seal_key (tenant_id, number, public_key, private_key, after_seq, vouched,"
                + " created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .bind(0, tenant.value())
        .bind(1, number)
        .bind(2, open)
        .bind(3, wrapping.wrap(tenant, pair.getPrivate().getEncoded()))
        .bind(4, after)
        .bind(5, vouched)
        .bind(6, Utc.of(at))
        .execute();
    return new Sealer(new SealKey(number, pair.getPublic(), after, at, vouched), pair.getPrivate());
  }

  private static List<Row> rows(Handle sql, TenantId tenant, String locked) {
    return sql.createQuery(COLUMNS + locked)
        .bind(0, tenant.value())
        .map((row, context) -> row(row))
        .list();
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new SealKey(
            row.getInt("number"),
            Ed25519.publicKey(row.getBytes("public_key")),
            row.getLong("after_seq"),
            row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
            row.getBytes("vouched")),
        row.getBytes("private_key"));
  }
}
