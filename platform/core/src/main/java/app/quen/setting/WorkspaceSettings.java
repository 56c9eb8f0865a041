package app.quen.setting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * How a workspace counts and tells the time.
 *
 * @param currency that all its amounts are in
 * @param timeZone that its days begin and end in
 */
public record WorkspaceSettings(Currency currency, ZoneId timeZone) {

  /** Where nobody has decided otherwise. */
  public static final WorkspaceSettings USUAL =
      new WorkspaceSettings(Currency.getInstance("VND"), ZoneId.of("Asia/Ho_Chi_Minh"));

  public LocalDate today() {
    return LocalDate.now(timeZone);
  }

  public LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, timeZone);
  }
}
