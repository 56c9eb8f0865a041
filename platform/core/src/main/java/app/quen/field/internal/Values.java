package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.Fields.Checked;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Holds JSON values against their fields, and brings them to their normal form. */
public final class Values {

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private Values() {}

  /**
   * @param before values as they were, in normal form: what stays as it was fits, also where the
   *     field has become stricter since
   */
  public static Checked check(Map<String, Field> fields, JsonObject values, JsonObject before) {
    if (values.isEmpty()) {
      return new Checked(JsonValue.EMPTY_JSON_OBJECT, List.of());
    }
    List<Problem> problems = new ArrayList<>();
    JsonObjectBuilder normal = JSON.createObjectBuilder();
    values.forEach(
        (key, value) -> {
          Field field = fields.get(key);
          if (field == null || field.isCore()) {
            problems.add(
                new Problem(
                    key,
                    "unknown-field",
                    new Text(
                        "Không gian làm việc này không có trường “" + key + "”.",
                        "This workspace has no field “" + key + "”.")));
            return;
          }
          if (value.equals(before.get(key))) {
            normal.add(key, value);
            return;
          }
          try {
            JsonValue checked = Types.normal(field, value);
            if (checked != null) {
              normal.add(key, checked);
            }
          } catch (Unfit unfit) {
            problems.add(new Problem(key, unfit.code, unfit.text));
          }
        });
    return new Checked(normal.build(), problems);
  }

  /** Why a value does not fit its field. */
  static final class Unfit extends Exception {

    final String code;
    final transient Text text;

    Unfit(String code, String vi, String en) {
      super(code, null, false, false);
      this.code = code;
      this.text = new Text(vi, en);
    }
  }

  static String string(JsonValue value, String vi, String en) throws Unfit {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw new Unfit("wrong-type", "Ở đây cần " + vi + ".", "This must be " + en + ".");
  }

  static String textual(JsonValue value) throws Unfit {
    return string(value, "một chuỗi văn bản", "a text");
  }
}
