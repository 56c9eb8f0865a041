package app.quen.field;

import app.quen.text.Text;
import jakarta.json.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a field are handled beyond their type.
 *
 * @param unique whether no two records may have the same value
 * @param defaultValue what a new record has where nothing is said; in normal form
 * @param purpose what the value is collected for
 * @param visibleWhen a CEL expression over the record; where it does not hold, the field is not
 *     there: not required, and emptied when the record is saved
 * @param validWhen a CEL expression over the record that must hold where the field has a value
 * @param validMessage what people are told where it does not
 * @param references the record type that a reference leads to
 */
public record Handling(
    boolean unique,
    @Nullable JsonValue defaultValue,
    Sensitivity sensitivity,
    @Nullable Text purpose,
    @Nullable String visibleWhen,
    @Nullable String validWhen,
    @Nullable Text validMessage,
    @Nullable String references) {

  public static final Handling PLAIN =
      new Handling(false, null, Sensitivity.PERSONAL, null, null, null, null, null);

  /** How carefully values are handled. */
  public enum Sensitivity {
    PUBLIC,
    PERSONAL,
    SENSITIVE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Handling of(Sensitivity sensitivity) {
    return new Handling(false, null, sensitivity, null, null, null, null, null);
  }

  public boolean ruled() {
    return visibleWhen != null || validWhen != null;
  }
}
