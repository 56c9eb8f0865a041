package app.quen.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What holding a trail against itself and its seals has shown.
 *
 * @param entries how many were read
 * @param sealed up to which entry the last seal vouches; 0 where there is none
 * @param sealedAt when that was
 * @param keys that have sealed it, the first one first
 * @param breaks where it is broken, from the beginning on; empty: it is whole. The first hundred.
 */
public record TrailReport(
    long entries, long sealed, @Nullable Instant sealedAt, List<Key> keys, List<Break> breaks) {

  public boolean whole() {
    return breaks.isEmpty();
  }

  /**
   * A key that has sealed it.
   *
   * @param after what comes after this entry, until the next key
   */
  public record Key(int number, long after, Instant since) {}

  /**
   * @param sequence the entry
   * @param what in words, for whoever runs the installation
   */
  public record Break(long sequence, Kind kind, String what) {}

  /** How a trail can be broken. */
  public enum Kind {
    /** The entry does not say what it said when it was hashed. */
    CHANGED,
    /** The entry does not follow the one before it. */
    UNLINKED,
    /** There is no entry of this number. */
    MISSING,
    /** The end of the trail was there once and is gone. */
    CUT,
    /** What is noted as the end of the trail is not its end. */
    HEAD,
    /** A seal vouches for another content. */
    SEAL,
    /** A seal was not made with the workspace's key. */
    FORGED,
    /** A key to seal with was put there by somebody else. */
    KEYS,
    /** Nothing vouches for the trail. */
    UNSEALED
  }
}
