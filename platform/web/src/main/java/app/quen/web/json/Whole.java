package app.quen.web.json;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Gives JSON from the core the whole shape that a {@code …Json} record describes. */
public final class Whole {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final Map<Class<?>, List<Property>> PROPERTIES = new ConcurrentHashMap<>();

  private Whole() {}

  /**
   * @param inner the record that the property is, or that the items of its list are
   */
  record Property(String name, @Nullable Class<?> inner) {}

  /** The same object with all properties of the record, in its order; null where it had none. */
  public static JsonObject of(JsonObject json, Class<?> shape) {
    return of(json::get, shape);
  }

  /**
   * @param source gives each property's value, whenever it is asked; null where it has none
   */
  public static JsonObject of(Function<String, @Nullable JsonValue> source, Class<?> shape) {
    return new WholeObject(source, PROPERTIES.computeIfAbsent(shape, Whole::properties));
  }

  static JsonValue inside(JsonValue value, @Nullable Class<?> inner) {
    if (inner == null) {
      return value;
    }
    if (value instanceof JsonObject object) {
      return of(object, inner);
    }
    if (value instanceof JsonArray array) {
      var items = JSON.createArrayBuilder();
      array.forEach(item -> items.add(inside(item, inner)));
      return items.build();
    }
    return value;
  }

  private static List<Property> properties(Class<?> shape) {
    return Arrays.stream(shape.getRecordComponents()).map(Whole::property).toList();
  }

  private static Property property(RecordComponent component) {
    Type type = component.getGenericType();
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      type = list.getActualTypeArguments()[0];
    }
    var inner = type instanceof Class<?> found && found.isRecord() ? found : null;
    return new Property(component.getName(), inner);
  }
}
