package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.Handling;
import app.quen.field.internal.Values.Unfit;
import app.quen.secret.Unreadable;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves values to another type. While a job does it record by record, who reads a record sees the
 * value as it will be, and who saves one moves it; so the type changes for everybody at once.
 *
 * <p>What does not fit is kept aside beside the values, under the field's key with {@value #ASIDE}
 * before it.
 */
public final class Conversion {

  static final String ASIDE = "~";

  private Conversion() {}

  /**
   * The value in the field's new type.
   *
   * @return null where it does not fit
   */
  static @Nullable JsonValue moved(Field field, Field was, JsonValue value, ZoneId zone) {
    try {
      JsonValue same = Types.normal(field, value);
      if (same != null) {
        return same;
      }
    } catch (Unfit e) {
      // as people would write it, then; but 1.125 pieces are not 1125
      if (value instanceof JsonNumber && field.type().number()) {
        return null;
      }
    }
    JsonValue text = written(field, was, value, "vi", zone);
    return text != null ? text : written(field, was, value, "en", zone);
  }

  private static @Nullable JsonValue written(
      Field field, Field was, JsonValue value, String language, ZoneId zone) {
    try {
      JsonValue read = Written.read(field, Shows.of(was, value, language, zone), zone);
      return read == JsonValue.NULL ? null : read;
    } catch (Unfit | RuntimeException e) {
      return null;
    }
  }

  /** Whether a stored value is still of the type before; what is of the new type stays. */
  static boolean isOld(Field field, JsonValue value) {
    try {
      return !value.equals(Types.normal(unbounded(field), value));
    } catch (Unfit e) {
      return true;
    }
  }

  /** The type alone: a bound that was tightened since says nothing about the type. */
  private static Field unbounded(Field field) {
    return new Field(
        field.key(),
        field.owner(),
        field.type(),
        field.label(),
        null,
        field.section(),
        false,
        false,
        false,
        field.choices(),
        null,
        null,
        null,
        null,
        field.currency(),
        field.appliesTo(),
        null,
        null,
        Handling.PLAIN,
        null);
  }

  public static JsonObject visible(Map<String, Field> fields, JsonObject stored, ZoneId zone) {
    JsonObjectBuilder json = Values.JSON.createObjectBuilder();
    stored.forEach(
        (key, value) -> {
          Field field = fields.get(key);
          if (field == null || field.isCore()) {
            return;
          }
          JsonValue shown =
              field.was() == null || Unreadable.is(value) || !isOld(field, value)
                  ? value
                  : moved(field, field.was(), value, zone);
          if (shown != null) {
            json.add(key, shown);
          }
        });
    return json.build();
  }

  public static JsonObject stored(
      Map<String, Field> fields, JsonObject before, JsonObject values, ZoneId zone) {
    JsonObjectBuilder json = Values.JSON.createObjectBuilder();
    before.forEach(
        (key, value) -> {
          Field field = fields.get(key);
          if (field == null) {
            json.add(key, value);
          } else if (field.was() != null
              && !Unreadable.is(values.get(key))
              && isOld(field, value)
              && moved(field, field.was(), value, zone) == null) {
            json.add(ASIDE + key, value);
          }
        });
    values.forEach(json::add);
    return json.build();
  }
}
