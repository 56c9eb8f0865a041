package app.quen.plugin;

import org.jspecify.annotations.Nullable;

/**
 * Why a check refuses a record; shown to the person or program that tried to save it.
 *
 * @param field the full key of the field to show it at, e.g. {@code telecom.contract}; null if it
 *     concerns the record as a whole
 * @param code stable and for programs: lower-case letters, digits and dashes, 1 to 60 characters,
 *     e.g. {@code bad-check-digit}; unique within the plugin
 * @param message what is wrong and what to do, in both languages; without the value itself, which
 *     may be personal
 * @since 0.1
 */
public record Refusal(@Nullable String field, String code, Text message) {

  /**
   * @throws IllegalArgumentException if the code has another form
   */
  public Refusal {
    if (!isCode(code)) {
      throw new IllegalArgumentException(
          "the code '" + code + "' must be 1 to 60 lower-case letters, digits and dashes");
    }
  }

  /** Refuses because of one field. */
  public static Refusal of(String field, String code, String vi, String en) {
    return new Refusal(field, code, new Text(vi, en));
  }

  /** Refuses because of how several fields go together. */
  public static Refusal ofRecord(String code, String vi, String en) {
    return new Refusal(null, code, new Text(vi, en));
  }

  private static boolean isCode(String code) {
    return !code.isEmpty()
        && code.length() <= 60
        && code.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
  }
}
