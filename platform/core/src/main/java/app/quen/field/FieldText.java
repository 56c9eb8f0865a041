package app.quen.field;

import app.quen.field.internal.Shows;
import jakarta.json.JsonValue;
import java.time.ZoneId;

/** Values as people write them, so that what was written out is read in again as it was. */
public final class FieldText {

  private FieldText() {}

  /**
   * In the words of the language, {@code vi} or {@code en}, and by the clock of the zone; empty for
   * no value.
   */
  public static String of(Field field, JsonValue value, String language, ZoneId zone) {
    return Shows.of(field, value, language, zone);
  }
}
