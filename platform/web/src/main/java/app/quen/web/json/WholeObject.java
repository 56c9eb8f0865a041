package app.quen.web.json;

import app.quen.web.json.Whole.Property;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What {@link Whole} gives: nothing is copied, each property is looked up when it is written. */
final class WholeObject extends AbstractMap<String, JsonValue> implements JsonObject {

  private final Function<String, @Nullable JsonValue> source;
  private final List<Property> properties;

  WholeObject(Function<String, @Nullable JsonValue> source, List<Property> properties) {
    this.source = source;
    this.properties = properties;
  }

  private JsonValue value(Property property) {
    JsonValue value = source.apply(property.name());
    return value == null ? JsonValue.NULL : Whole.inside(value, property.inner());
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<String, JsonValue>> iterator() {
        Iterator<Property> names = properties.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return names.hasNext();
          }

          @Override
          public Entry<String, JsonValue> next() {
            Property property = names.next();
            return new SimpleImmutableEntry<>(property.name(), value(property));
          }
        };
      }

      @Override
      public int size() {
        return properties.size();
      }
    };
  }

  /** Without an entry for each. */
  @Override
  public void forEach(BiConsumer<? super String, ? super JsonValue> action) {
    for (Property property : properties) {
      action.accept(property.name(), value(property));
    }
  }

  @Override
  public @Nullable JsonValue get(@Nullable Object key) {
    for (Property property : properties) {
      if (property.name().equals(key)) {
        return value(property);
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return properties.stream().anyMatch(property -> property.name().equals(key));
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }

  @Override
  public ValueType getValueType() {
    return ValueType.OBJECT;
  }

  @Override
  public @Nullable JsonArray getJsonArray(String name) {
    return (JsonArray) get(name);
  }

  @Override
  public @Nullable JsonObject getJsonObject(String name) {
    return (JsonObject) get(name);
  }

  @Override
  public @Nullable JsonNumber getJsonNumber(String name) {
    return (JsonNumber) get(name);
  }

  @Override
  public @Nullable JsonString getJsonString(String name) {
    return (JsonString) get(name);
  }

  @Override
  public String getString(String name) {
    return Objects.requireNonNull(getJsonString(name), name).getString();
  }

  @Override
  public String getString(String name, String otherwise) {
    return get(name) instanceof JsonString string ? string.getString() : otherwise;
  }

  @Override
  public int getInt(String name) {
    return Objects.requireNonNull(getJsonNumber(name), name).intValue();
  }

  @Override
  public int getInt(String name, int otherwise) {
    return get(name) instanceof JsonNumber number ? number.intValue() : otherwise;
  }

  @Override
  public boolean getBoolean(String name) {
    JsonValue value = Objects.requireNonNull(get(name), name);
    if (value != TRUE && value != FALSE) {
      throw new ClassCastException(name + " is no boolean");
    }
    return value == TRUE;
  }

  @Override
  public boolean getBoolean(String name, boolean otherwise) {
    JsonValue value = get(name);
    return value == TRUE || value != FALSE && otherwise;
  }

  @Override
  public boolean isNull(String name) {
    return Objects.requireNonNull(get(name), name) == NULL;
  }
}
