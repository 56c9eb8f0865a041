package app.quen.field;

import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a field whose values are stored encrypted: whether there is one, and whether
 * it is equal to another, by the marks of both.
 *
 * @param marks a condition on the column {@code mark} of {@code secret_index}; null where none is
 *     asked for
 * @param parameters of its question marks
 * @param empty whether a record without a value is meant, or one with any; null where a value is
 * @param problem why it cannot be asked; then there is nothing else
 */
public record SecretFilter(
    @Nullable String marks,
    List<Object> parameters,
    @Nullable Boolean empty,
    @Nullable Problem problem) {

  /**
   * @param written the values as people write them
   */
  public static SecretFilter of(
      Fields fields, String recordType, Field field, Operator operator, List<String> written) {
    if (!field.operators().contains(operator)) {
      return refused(field, "unsuited-operator", encrypted(field));
    }
    if (operator == Operator.EMPTY || operator == Operator.NOTEMPTY) {
      return new SecretFilter(null, List.of(), operator == Operator.EMPTY, null);
    }
    if (!Field.MARKS.equals(field.column())) {
      return refused(
          field,
          "not-searchable",
          new Text(
              "Chưa lọc được theo “"
                  + field.label().vi()
                  + "”: các giá trị đang được mã hóa, hãy thử lại khi việc này xong.",
              "“"
                  + field.label().en()
                  + "” cannot be filtered by yet: its values are being encrypted; try again when"
                  + " that is done."));
    }
    List<Object> marks = new ArrayList<>();
    for (String one : written) {
      String text = field.type() == FieldType.TEXT ? Folding.tidy(one) : one;
      Fields.Parsed parsed = fields.parse(field, text);
      if (!parsed.problems().isEmpty()) {
        Problem first = parsed.problems().getFirst();
        return refused(field, first.code(), first.message());
      }
      if (parsed.value() == JsonValue.NULL) {
        return refused(field, "malformed", new Text("Thiếu giá trị.", "A value is missing."));
      }
      // of a list each element has a mark
      List<? extends JsonValue> values =
          parsed.value() instanceof JsonArray list ? list : List.of(parsed.value());
      values.forEach(
          value ->
              fields
                  .marks(recordType, field, value)
                  .forEach(mark -> marks.add(HexFormat.of().formatHex(mark))));
    }
    return new SecretFilter(
        marks.size() == 1
            ? "mark = UNHEX(?)"
            : "mark IN (" + String.join(",", Collections.nCopies(marks.size(), "UNHEX(?)")) + ")",
        marks,
        null,
        null);
  }

  /**
   * The condition in SQL.
   *
   * @param id the column with the record's id
   * @param values the column with the JSON of its values
   */
  public String sql(String id, String values, Field field) {
    return empty == null
        ? "EXISTS (SELECT 1 FROM secret_index m WHERE m.record_id = " + id + " AND m." + marks + ")"
        : "JSON_EXTRACT("
            + values
            + ", '$.\""
            + field.key()
            + "\"') IS "
            + (empty ? "NULL" : "NOT NULL");
  }

  /** Why it can be neither sorted by nor searched. */
  public static Text encrypted(Field field) {
    return new Text(
        "“"
            + field.label().vi()
            + "” được lưu mã hóa: chỉ lọc được bằng đúng giá trị, một trong các giá trị, để trống"
            + " hoặc có giá trị; không sắp xếp, so lớn nhỏ hay tìm một phần được.",
        "“"
            + field.label().en()
            + "” is stored encrypted: it can be filtered by being equal, one of, empty or not"
            + " empty, and neither be sorted by, nor compared, nor searched in part.");
  }

  private static SecretFilter refused(Field field, String code, Text why) {
    return new SecretFilter(null, List.of(), null, new Problem("filter." + field.key(), code, why));
  }
}
