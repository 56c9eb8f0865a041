package app.quen.key;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.util.Base64;

/** Master keys as the configuration holds them: a Tink keyset in Base64. */
public final class MasterKeyset {

  private MasterKeyset() {}

  /** A new one, with one key. */
  public static String make() {
    try {
      AeadConfig.register();
      return text(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The same with a new key that wraps from now on; what the old ones have wrapped can be read.
   *
   * @throws NoKey if the text is no keyset
   */
  public static String withNewKey(String text) {
    KeysetHandle before = read(text);
    try {
      return text(
          KeysetHandle.newBuilder(before)
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The same without the old keys, once everything is wrapped by the newest.
   *
   * @throws NoKey if the text is no keyset
   */
  public static String withNewestAlone(String text) {
    KeysetHandle before = read(text);
    try {
      return text(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(before.getPrimary().getKey())
                      .withFixedId(before.getPrimary().getId())
                      .makePrimary())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws NoKey if the text is no keyset
   */
  public static KeysetHandle read(String text) {
    try {
      AeadConfig.register();
      return TinkProtoKeysetFormat.parseKeyset(
          Base64.getDecoder().decode(text.strip()), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // not with its cause, which might tell of the key
      throw new NoKey(
          "quen.master-key is no Tink keyset in Base64. Make one with ./quen ops master-key new, or"
              + " restore the one that this installation has had");
    }
  }

  private static String text(KeysetHandle keyset) throws GeneralSecurityException {
    return Base64.getEncoder()
        .encodeToString(
            TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
  }
}
