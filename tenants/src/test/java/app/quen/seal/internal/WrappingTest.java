package app.quen.seal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.digest.Sha256;
import app.quen.seal.NoSealKey;
import app.quen.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WrappingTest {

  private static final String SECRET = "bon mua xuan ha thu dong";
  private static final byte[] KEY = "a private key".getBytes(StandardCharsets.UTF_8);
  private final TenantId a = new TenantId(UUID.randomUUID());
  private final TenantId b = new TenantId(UUID.randomUUID());

  @Test
  void whatIsWrappedOpensForItsWorkspaceAndSecretAlone() {
    var wrapping = wrapping(SECRET);
    var wrapped = wrapping.wrap(a, KEY);

    assertThat(wrapping(SECRET).unwrap(a, wrapped)).isEqualTo(KEY);
    assertThatThrownBy(() -> wrapping.unwrap(b, wrapped)).isInstanceOf(NoSealKey.class);
    assertThatThrownBy(() -> wrapping(SECRET + " het").unwrap(a, wrapped))
        .isInstanceOf(NoSealKey.class);
  }

  @Test
  void whatWasStoredUnderOneHashOfTheSecretIsRead() throws Exception {
    assertThat(wrapping(SECRET).unwrap(a, older(a))).isEqualTo(KEY);
    assertThatThrownBy(() -> wrapping(SECRET).unwrap(b, older(a))).isInstanceOf(NoSealKey.class);
  }

  @Test
  void whoHashesTheSecretOnceDoesNotOpenWhatIsWrappedNow() throws Exception {
    var wrapped = wrapping(SECRET).wrap(a, KEY);
    assertThatThrownBy(
            () ->
                cipher(Cipher.DECRYPT_MODE, a, ByteBuffer.wrap(wrapped, 0, 12))
                    .doFinal(wrapped, 12, wrapped.length - 12))
        .isInstanceOf(javax.crypto.AEADBadTagException.class);
  }

  @Test
  void aShortSecretIsRefused() {
    assertThatThrownBy(() -> wrapping("short").wrap(a, KEY)).isInstanceOf(NoSealKey.class);
  }

  private static Wrapping wrapping(String secret) {
    var wrapping = new Wrapping();
    wrapping.secret = Optional.of(secret);
    return wrapping;
  }

  /** As it was stored before the secret was stretched. */
  private static byte[] older(TenantId tenant) throws Exception {
    var nonce = new byte[12];
    var sealed = cipher(Cipher.ENCRYPT_MODE, tenant, ByteBuffer.wrap(nonce)).doFinal(KEY);
    return ByteBuffer.allocate(12 + sealed.length).put(nonce).put(sealed).array();
  }

  private static Cipher cipher(int mode, TenantId tenant, ByteBuffer nonce) throws Exception {
    var bytes = new byte[12];
    nonce.get(bytes);
    var cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(Sha256.of("quen seal key\n" + SECRET), "AES"),
        new GCMParameterSpec(128, bytes));
    cipher.updateAAD(tenant.toString().getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
