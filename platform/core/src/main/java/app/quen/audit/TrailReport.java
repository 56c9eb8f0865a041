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
 * @param breaks where it is broken, from the beginning on; empty: it is whole. The first hundred.
 */
public record TrailReport(
    long entries, long sealed, @Nullable Instant sealedAt, List<Break> breaks) {

  public boolean whole() {
    return breaks.isEmpty();
  }

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
    /** Nothing vouches for the trail. */
    UNSEALED
  }
}
