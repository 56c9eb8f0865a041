package app.quen.fact.internal;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A payload that is parsed when somebody looks: most listeners never do. */
final class LazyJson extends AbstractMap<String, JsonValue> implements JsonObject {

  // Json.createReader looks the provider up at each call
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private final String text;
  private volatile @Nullable JsonObject parsed;

  LazyJson(String text) {
    this.text = text;
  }

  private JsonObject parsed() {
    JsonObject known = parsed;
    if (known == null) {
      try (var reader = READERS.createReader(new StringReader(text))) {
        known = reader.readObject();
      }
      parsed = known;
    }
    return known;
  }

  @Override
  public String toString() {
    return text;
  }

  @Override
  public Set<Entry<String, JsonValue>> entrySet() {
    return parsed().entrySet();
  }

  @Override
  public JsonValue get(Object key) {
    return parsed().get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return parsed().containsKey(key);
  }

  @Override
  public ValueType getValueType() {
    return ValueType.OBJECT;
  }

  @Override
  public JsonArray getJsonArray(String name) {
    return parsed().getJsonArray(name);
  }

  @Override
  public JsonObject getJsonObject(String name) {
    return parsed().getJsonObject(name);
  }

  @Override
  public JsonNumber getJsonNumber(String name) {
    return parsed().getJsonNumber(name);
  }

  @Override
  public JsonString getJsonString(String name) {
    return parsed().getJsonString(name);
  }

  @Override
  public String getString(String name) {
    return parsed().getString(name);
  }

  @Override
  public String getString(String name, String defaultValue) {
    return parsed().getString(name, defaultValue);
  }

  @Override
  public int getInt(String name) {
    return parsed().getInt(name);
  }

  @Override
  public int getInt(String name, int defaultValue) {
    return parsed().getInt(name, defaultValue);
  }

  @Override
  public boolean getBoolean(String name) {
    return parsed().getBoolean(name);
  }

  @Override
  public boolean getBoolean(String name, boolean defaultValue) {
    return parsed().getBoolean(name, defaultValue);
  }

  @Override
  public boolean isNull(String name) {
    return parsed().isNull(name);
  }
}
