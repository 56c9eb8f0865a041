package app.quen.seal.internal;

import app.quen.cell.Conflicts;
import app.quen.control.ControlSchema;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** The rows of {@code seal_key}: one pair of keys for each workspace, made at its first seal. */
@ApplicationScoped
public class SealKeys {

  private static final String ALGORITHM = "Ed25519";

  @Inject ControlSchema control;
  @Inject Wrapping wrapping;

  public Optional<PublicKey> publicKey(TenantId tenant) {
    return row(tenant).map(Row::publicKey);
  }

  public PrivateKey privateKey(TenantId tenant) {
    return row(tenant).orElseGet(() -> make(tenant)).privateKey(tenant, wrapping);
  }

  private Optional<Row> row(TenantId tenant) {
    return control.call(
        sql ->
            sql.createQuery("SELECT public_key, private_key FROM seal_key WHERE tenant_id = ?")
                .bind(0, tenant.value())
                .map((row, context) -> new Row(row.getBytes(1), row.getBytes(2)))
                .findOne());
  }

  private Row make(TenantId tenant) {
    try {
      var pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
      var made =
          new Row(
              pair.getPublic().getEncoded(), wrapping.wrap(tenant, pair.getPrivate().getEncoded()));
      control.run(
          sql ->
              sql.createUpdate(
                      "INSERT INTO seal_key (tenant_id, public_key, private_key, created_at)"
                          + " VALUES (?, ?, ?, ?)")
                  .bind(0, tenant.value())
                  .bind(1, made.open)
                  .bind(2, made.wrapped)
                  .bind(3, LocalDateTime.now(ZoneOffset.UTC))
                  .execute());
      return made;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java since 15 has Ed25519", e);
    } catch (RuntimeException e) {
      if (Conflicts.duplicate(e, "PRIMARY")) {
        return row(tenant).orElseThrow(); // another node was faster
      }
      throw e;
    }
  }

  private record Row(byte[] open, byte[] wrapped) {

    PublicKey publicKey() {
      try {
        return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(open));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a stored public key is none", e);
      }
    }

    PrivateKey privateKey(TenantId tenant, Wrapping wrapping) {
      try {
        return KeyFactory.getInstance(ALGORITHM)
            .generatePrivate(new PKCS8EncodedKeySpec(wrapping.unwrap(tenant, wrapped)));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("a stored private key is none", e);
      }
    }
  }
}
