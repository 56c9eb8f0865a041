package app.quen.seal.internal;

import app.quen.digest.Sha256;
import app.quen.seal.NoSealKey;
import app.quen.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Private keys as they are stored: AES-256-GCM under the installation's own secret, bound to the
 * workspace. The secret is stretched, since somebody may have set a phrase in place of a random
 * text; what was stored before that was so is read as it is.
 */
@ApplicationScoped
public class Wrapping {

  private static final int NONCE = 12;
  private static final int TAG = 128;
  private static final int SHORTEST = 24;
  private static final int ROUNDS = 600_000;
  private static final byte[] SALT = "quen seal key 2".getBytes(StandardCharsets.UTF_8);

  private final SecureRandom random = new SecureRandom();

  @Inject
  @ConfigProperty(name = "quen.audit.key")
  Optional<String> secret;

  private volatile @Nullable SecretKeySpec stretched;

  byte[] wrap(TenantId tenant, byte[] key) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, stretched(), tenant, nonce).doFinal(key);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] unwrap(TenantId tenant, byte[] wrapped) {
    try {
      return unwrap(stretched(), tenant, wrapped);
    } catch (AEADBadTagException e) {
      return unwrapOlder(tenant, wrapped);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] unwrapOlder(TenantId tenant, byte[] wrapped) {
    try {
      return unwrap(plain(), tenant, wrapped);
    } catch (GeneralSecurityException e) {
      throw new NoSealKey(
          "quen.audit.key is not the one under which the seal key of workspace "
              + tenant
              + " was stored: all nodes need the same, and always the same");
    }
  }

  private static byte[] unwrap(SecretKeySpec key, TenantId tenant, byte[] wrapped)
      throws GeneralSecurityException {
    return cipher(Cipher.DECRYPT_MODE, key, tenant, Arrays.copyOf(wrapped, NONCE))
        .doFinal(wrapped, NONCE, wrapped.length - NONCE);
  }

  /** Once for a node: it takes its time on purpose. */
  private synchronized SecretKeySpec stretched() throws GeneralSecurityException {
    var known = stretched;
    if (known == null) {
      var password = new PBEKeySpec(text().toCharArray(), SALT, ROUNDS, 256);
      var made = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(password);
      known = new SecretKeySpec(made.getEncoded(), "AES");
      stretched = known;
    }
    return known;
  }

  private SecretKeySpec plain() {
    return new SecretKeySpec(Sha256.of("quen seal key\n" + text()), "AES");
  }

  private String text() {
    var text = secret.map(String::strip).orElse("");
    if (text.length() < SHORTEST) {
      throw new NoSealKey(
          "quen.audit.key is missing or shorter than "
              + SHORTEST
              + " characters: set it to a random text, the same on all nodes"
              + " (openssl rand -hex 24)");
    }
    return text;
  }

  private static Cipher cipher(int mode, SecretKeySpec key, TenantId tenant, byte[] nonce)
      throws GeneralSecurityException {
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
    cipher.updateAAD(tenant.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
