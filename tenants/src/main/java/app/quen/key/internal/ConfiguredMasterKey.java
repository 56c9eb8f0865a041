package app.quen.key.internal;

import app.quen.key.MasterKey;
import app.quen.key.MasterKeyset;
import app.quen.key.NoKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The master key of {@code quen.master-key}. */
@ApplicationScoped
class ConfiguredMasterKey implements MasterKey {

  private final Optional<String> configured;
  private volatile @Nullable Aead aead;

  ConfiguredMasterKey() {
    this(Optional.empty());
  }

  @Inject
  ConfiguredMasterKey(@ConfigProperty(name = "quen.master-key") Optional<String> configured) {
    this.configured = configured.filter(text -> !text.isBlank());
  }

  @Override
  public byte[] wrap(byte[] key, byte[] boundTo) {
    try {
      return aead().encrypt(key, boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped, byte[] boundTo) {
    try {
      return aead().decrypt(wrapped, boundTo);
    } catch (GeneralSecurityException e) {
      throw new NoKey(
          "quen.master-key is not the one that has wrapped the keys of the workspaces, or these"
              + " were tampered with: restore the master key that this installation has had; all"
              + " nodes need the same");
    }
  }

  private Aead aead() {
    Aead known = aead;
    if (known == null) {
      String text =
          configured.orElseThrow(
              () ->
                  new NoKey(
                      "quen.master-key is missing: sensitive fields can be neither written nor"
                          + " read. Set it on all nodes to the installation's master key; a new"
                          + " installation makes one with ./quen ops master-key new"));
      try {
        known = MasterKeyset.read(text).getPrimitive(RegistryConfiguration.get(), Aead.class);
      } catch (GeneralSecurityException e) {
        throw new NoKey("quen.master-key holds no key that can encrypt (AES-GCM)");
      }
      aead = known;
    }
    return known;
  }
}
