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
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Private keys as they are stored: AES-256-GCM under the installation's own secret, bound to the
 * workspace.
 */
@ApplicationScoped
public class Wrapping {

  private static final int NONCE = 12;
  private static final int TAG = 128;
  private static final int SHORTEST = 24;

  private final SecureRandom random = new SecureRandom();

  @Inject
  @ConfigProperty(name = "quen.audit.key")
  Optional<String> secret;

  byte[] wrap(TenantId tenant, byte[] key) {
    var nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, tenant, nonce).doFinal(key);
      return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  byte[] unwrap(TenantId tenant, byte[] wrapped) {
    var nonce = Arrays.copyOf(wrapped, NONCE);
    try {
      return cipher(Cipher.DECRYPT_MODE, tenant, nonce)
          .doFinal(wrapped, NONCE, wrapped.length - NONCE);
    } catch (GeneralSecurityException e) {
      throw new NoSealKey(
          "quen.audit.key is not the one under which the seal key of workspace "
              + tenant
              + " was stored: all nodes need the same, and always the same");
    }
  }

  private Cipher cipher(int mode, TenantId tenant, byte[] nonce) throws GeneralSecurityException {
    var text = secret.map(String::strip).orElse("");
    if (text.length() < SHORTEST) {
      throw new NoSealKey(
          "quen.audit.key is missing or shorter than "
              + SHORTEST
              + " characters: set it to a random text, the same on all nodes"
              + " (openssl rand -hex 24)");
    }
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(Sha256.of("quen seal key\n" + text), "AES"),
        new GCMParameterSpec(TAG, nonce));
    cipher.updateAAD(tenant.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
