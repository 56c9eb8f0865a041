package app.quen.key;

import com.google.crypto.tink.prf.Prf;
import java.security.GeneralSecurityException;

/**
 * A workspace's key for blind indexes: equal texts have equal marks, and no mark tells its text.
 */
public final class IndexKey {

  /** So long that two texts of one workspace hardly ever share a mark by chance. */
  public static final int LENGTH = 16;

  private final Prf prf;

  public IndexKey(Prf prf) {
    this.prf = prf;
  }

  public byte[] mark(byte[] text) {
    try {
      return prf.compute(text, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
