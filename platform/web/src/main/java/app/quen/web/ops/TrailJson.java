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
 * @param breaks the first hundred
 */
public record TrailJson(
    String slug,
    boolean whole,
    long entries,
    long sealed,
    @Nullable Instant sealedAt,
    List<BreakJson> breaks) {

  static TrailJson of(String slug, TrailReport report) {
    return new TrailJson(
        slug,
        report.whole(),
        report.entries(),
        report.sealed(),
        report.sealedAt(),
        report.breaks().stream().map(BreakJson::of).toList());
  }

  /** One place where it is broken. */
  public record BreakJson(long seq, String kind, String what) {

    static BreakJson of(TrailReport.Break found) {
      return new BreakJson(
          found.sequence(), found.kind().name().toLowerCase(Locale.ROOT), found.what());
    }
  }
}
