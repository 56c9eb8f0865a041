package app.quen.record;

import app.quen.field.Field.Choice;
import app.quen.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that every record of a type has, in a column of its own.
 *
 * @param min of whole numbers
 * @param max of whole numbers; of texts their length
 * @param choices of a choice
 * @param table of a reference: what it must lead to; null if nobody looks
 * @param written whether people write it; else the type's rules do
 */
public record Property(
    String key,
    String column,
    Kind kind,
    Text label,
    boolean required,
    int min,
    int max,
    List<Choice> choices,
    @Nullable String table,
    boolean written) {

  /** What its values are. */
  public enum Kind {
    /** A text in one line. */
    LINE,
    /** A text of many lines. */
    BODY,
    CHOICE,
    INSTANT,
    WHOLE,
    /** The id of another record. */
    REFERENCE,
    /** The account of a member. */
    MEMBER,
    /** A JSON object, whose form the type's rules judge. */
    JSON
  }

  private static Property of(String key, String column, Kind kind, String vi, String en) {
    return new Property(key, column, kind, new Text(vi, en), false, 0, 0, List.of(), null, true);
  }

  public static Property line(String key, String vi, String en) {
    return of(key, key, Kind.LINE, vi, en).limited(0, 300);
  }

  public static Property body(String key, String vi, String en) {
    return of(key, key, Kind.BODY, vi, en).limited(0, 20_000);
  }

  public static Property choice(String key, String vi, String en, Choice... choices) {
    return new Property(
        key, key, Kind.CHOICE, new Text(vi, en), false, 0, 0, List.of(choices), null, true);
  }

  public static Property instant(String key, String column, String vi, String en) {
    return of(key, column, Kind.INSTANT, vi, en);
  }

  public static Property whole(String key, String column, String vi, String en, int min, int max) {
    return of(key, column, Kind.WHOLE, vi, en).limited(min, max);
  }

  public static Property member(String key, String column, String vi, String en) {
    return of(key, column, Kind.MEMBER, vi, en);
  }

  public static Property reference(
      String key, String column, @Nullable String table, String vi, String en) {
    return new Property(
        key, column, Kind.REFERENCE, new Text(vi, en), false, 0, 0, List.of(), table, true);
  }

  /** Where the record first came from: the engine says it, and no change does. */
  public static Property source() {
    return reference("sourceId", "source_id", null, "Nguồn", "Source").derived();
  }

  public static Property json(String key, String vi, String en) {
    return of(key, key, Kind.JSON, vi, en);
  }

  public static Choice one(String value, String vi, String en) {
    return new Choice(value, new Text(vi, en));
  }

  private Property limited(int min, int max) {
    return new Property(key, column, kind, label, required, min, max, choices, table, written);
  }

  /** The same, and a record without it is refused. */
  public Property needed() {
    return new Property(key, column, kind, label, true, min, max, choices, table, written);
  }

  /** The same, set by the type's rules; what people write there is passed over. */
  public Property derived() {
    return new Property(key, column, kind, label, required, min, max, choices, table, false);
  }
}
