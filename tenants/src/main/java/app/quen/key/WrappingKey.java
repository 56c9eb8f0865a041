package app.quen.key;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;

/**
 * A workspace's key that wraps its data keys; there are two while one takes over from the other.
 */
public final class WrappingKey {

  private final int generation;
  private final Aead aead;

  public WrappingKey(int generation, Aead aead) {
    this.generation = generation;
    this.aead = aead;
  }

  /** Grows from one to the next. */
  public int generation() {
    return generation;
  }

  public byte[] wrap(byte[] key, byte[] boundTo) {
    try {
      return aead.encrypt(key, boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws NoKey if it was not wrapped by this key, or for something else
   */
  public byte[] unwrap(byte[] wrapped, byte[] boundTo) {
    try {
      return aead.decrypt(wrapped, boundTo);
    } catch (GeneralSecurityException e) {
      throw new NoKey("a data key was not wrapped by its workspace's key, or not for this record");
    }
  }
}
