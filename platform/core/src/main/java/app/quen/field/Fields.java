package app.quen.field;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The fields of the tenant that is entered: the core's, those that the workspace made, and those of
 * the plugins switched on.
 */
public interface Fields {

  /** What a record of this type has here, read once: for work on many records. */
  Catalogue catalogue(String recordType);

  /**
   * The same for a unit of work that writes values, which must be open: changes of the catalogue
   * that writers must not miss wait until it has ended. Ask for it first.
   */
  Catalogue forWriting(String recordType);

  /** What a record of this type has here, in the order of forms. */
  default List<Field> of(String recordType) {
    return catalogue(recordType).all();
  }

  default Optional<Field> find(String recordType, String key) {
    return catalogue(recordType).find(key);
  }

  /**
   * Holds plugin and workspace field values against their fields.
   *
   * @return the values in normal form (numbers as numbers, dates as yyyy-MM-dd, …), and what does
   *     not fit
   */
  default Checked check(String recordType, JsonObject values) {
    return catalogue(recordType).check(values);
  }

  /** Reads a value as people write it in a spreadsheet: {@code 1.500.000 đ}, {@code 5/3/26}, có. */
  Parsed parse(Field field, String written);

  /**
   * What stands for a value of an encrypted field where records are found by it; equal values have
   * equal marks. Needs an open unit of work.
   *
   * @param value in normal form
   */
  List<byte[]> marks(String recordType, Field field, JsonValue value);

  /**
   * Makes the catalogue hold exactly these fields for this owner (new ones added, known ones
   * updated, missing ones retired), and visible. Searchable ones get their virtual column and index
   * at once where there are few records, else by a job. Changes tables, so it is not to be called
   * with a unit of work open.
   */
  void publish(String owner, String recordType, List<Field> fields);

  /** Hides the owner's fields; their values stay. */
  void hide(String owner);

  record Checked(JsonObject values, List<Problem> problems) {}

  record Parsed(JsonValue value, List<Problem> problems) {}
}
