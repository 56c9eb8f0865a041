package app.quen.web.ops;

import app.quen.audit.TrailReport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's trail was found.
 *
 * @param sealed up to which entry the last checkpoint vouches
 * @param keys that have sealed it, the first one first
 * @param breaks the first hundred
 */
public record TrailJson(
    String slug,
    boolean whole,
    long entries,
    long sealed,
    @Nullable Instant sealedAt,
    List<KeyJson> keys,
    List<BreakJson> breaks) {

  static TrailJson of(String slug, TrailReport report) {
    return new TrailJson(
        slug,
        report.whole(),
        report.entries(),
        report.sealed(),
        report.sealedAt(),
        report.keys().stream().map(KeyJson::of).toList(),
        report.breaks().stream().map(BreakJson::of).toList());
  }

  /** A key that has sealed what comes after an entry, until the next one. */
  public record KeyJson(int number, long after, Instant since) {

    static KeyJson of(TrailReport.Key key) {
      return new KeyJson(key.number(), key.after(), key.since());
    }
  }

  /** One place where it is broken. */
  public record BreakJson(long seq, String kind, String what) {

    static BreakJson of(TrailReport.Break found) {
      return new BreakJson(
          found.sequence(), found.kind().name().toLowerCase(Locale.ROOT), found.what());
    }
  }
}
