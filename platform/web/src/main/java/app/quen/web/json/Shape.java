package app.quen.web.json;

import app.quen.text.Text;
import app.quen.web.problem.Problem;
import app.quen.web.problem.Problem.FieldError;
import app.quen.web.problem.ProblemType;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes a record of a JSON object, strictly: what is unknown or of a wrong type is a mistake, with
 * its path; JSON-B would pass over the first and name only the first of the second. What is missing
 * and may not be null is a field error, as if the form had been left empty.
 */
final class Shape {

  private final List<FieldError> wrong = new ArrayList<>();
  private final List<FieldError> missing = new ArrayList<>();

  private Shape() {}

  static <T> T read(JsonObject json, Class<T> type) {
    var shape = new Shape();
    var value = shape.record(json, type, "");
    if (!shape.wrong.isEmpty()) {
      throw Problem.of(ProblemType.BAD_REQUEST).errors(shape.wrong).exception();
    }
    if (!shape.missing.isEmpty()) {
      throw Problem.of(ProblemType.VALIDATION).errors(shape.missing).exception();
    }
    return type.cast(value);
  }

  private @Nullable Object record(JsonObject json, Class<?> type, String path) {
    var components = type.getRecordComponents();
    var known = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.toSet());
    for (String key : json.keySet()) {
      if (!known.contains(key)) {
        wrong.add(
            error(path + key, "unknown", "Không có trường này.", "There is no such property."));
      }
    }
    var values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] = component(json, components[i], path + components[i].getName());
    }
    return wrong.isEmpty() && missing.isEmpty() ? construct(type, values) : null;
  }

  private @Nullable Object component(JsonObject json, RecordComponent component, String path) {
    var value = json.get(component.getName());
    if (value == null || value == JsonValue.NULL) {
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        missing.add(error(path, "required", "Hãy nhập mục này.", "Fill this in."));
      }
      return null;
    }
    return value(value, component.getGenericType(), path);
  }

  private @Nullable Object value(JsonValue value, Type type, String path) {
    if (type == JsonObject.class && value instanceof JsonObject object) {
      return object;
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return value instanceof JsonArray array
          ? list(array, list.getActualTypeArguments()[0], path)
          : mistake(path, "một danh sách", "a list");
    }
    if (type instanceof Class<?> record && record.isRecord()) {
      return value instanceof JsonObject object
          ? record(object, record, path + ".")
          : mistake(path, "một đối tượng", "an object");
    }
    if (type == boolean.class || type == Boolean.class) {
      return value == JsonValue.TRUE
          ? Boolean.TRUE
          : value == JsonValue.FALSE ? Boolean.FALSE : mistake(path, "true/false", "true or false");
    }
    if (type == int.class || type == Integer.class || type == long.class) {
      return integer(value, type, path);
    }
    return text(value, type, path);
  }

  private @Nullable Object list(JsonArray array, Type items, String path) {
    var list = new ArrayList<Object>();
    for (int i = 0; i < array.size(); i++) {
      var item = value(array.get(i), items, path + "[" + i + "]");
      if (item != null) {
        list.add(item);
      }
    }
    return List.copyOf(list);
  }

  private @Nullable Object integer(JsonValue value, Type type, String path) {
    if (value instanceof JsonNumber number && number.isIntegral()) {
      try {
        return type != long.class ? (Object) number.intValueExact() : number.longValueExact();
      } catch (ArithmeticException e) {
        return mistake(path, "một số nguyên nhỏ hơn", "a smaller whole number");
      }
    }
    return mistake(path, "một số nguyên", "a whole number");
  }

  private @Nullable Object text(JsonValue value, Type type, String path) {
    if (!(value instanceof JsonString string)) {
      return mistake(path, "một chuỗi", "a text");
    }
    if (type == String.class) {
      return string.getString();
    }
    if (type == UUID.class) {
      return parsed(string, UUID::fromString, path, "một UUID", "a UUID");
    }
    if (type == Instant.class) {
      return parsed(
          string,
          Instant::parse,
          path,
          "thời điểm dạng 2026-12-31T00:00:00Z",
          "an instant such as 2026-12-31T00:00:00Z");
    }
    if (type == LocalDate.class) {
      return parsed(
          string, LocalDate::parse, path, "ngày dạng 2026-12-31", "a date such as 2026-12-31");
    }
    throw new IllegalStateException("no JSON for " + type);
  }

  private @Nullable Object parsed(
      JsonString string, Function<String, Object> parse, String path, String vi, String en) {
    try {
      return parse.apply(string.getString());
    } catch (DateTimeException | IllegalArgumentException e) {
      return mistake(path, vi, en);
    }
  }

  private @Nullable Object mistake(String path, String vi, String en) {
    wrong.add(error(path, "wrong-type", "Phải là " + vi + ".", "Must be " + en + "."));
    return null;
  }

  private static FieldError error(String path, String code, String vi, String en) {
    return new FieldError(path, code, new Text(vi, en));
  }

  private static Object construct(Class<?> type, @Nullable Object[] values) {
    try {
      Constructor<?> canonical =
          type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new));
      return canonical.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
