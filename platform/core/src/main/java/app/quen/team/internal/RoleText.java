package app.quen.team.internal;

import app.quen.access.FieldAccess;
import app.quen.access.Reach;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Roles as their table keeps them: as JSON. */
final class RoleText {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private RoleText() {}

  static String label(Text label) {
    return JSON.createObjectBuilder()
        .add("vi", label.vi())
        .add("en", label.en())
        .build()
        .toString();
  }

  static Text label(String text) {
    JsonObject json = object(text);
    return new Text(json.getString("vi"), json.getString("en"));
  }

  static String permissions(List<String> permissions) {
    return JSON.createArrayBuilder(permissions).build().toString();
  }

  static List<String> permissions(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return List.copyOf(reader.readArray().getValuesAs(JsonString::getString));
    }
  }

  static String reach(Map<String, Reach> reach) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    reach.forEach((type, said) -> json.add(type, said.word()));
    return json.build().toString();
  }

  static Map<String, Reach> reach(String text) {
    JsonObject json = object(text);
    Map<String, Reach> reach = new TreeMap<>();
    for (String type : json.keySet()) {
      reach.put(type, Reach.of(json.getString(type)).orElse(Reach.NONE));
    }
    return reach;
  }

  static String fields(Map<String, FieldAccess> flat) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    flat.forEach((key, said) -> json.add(key, said.word()));
    return json.build().toString();
  }

  static Map<String, Map<String, FieldAccess>> fields(String text) {
    JsonObject json = object(text);
    Map<String, Map<String, FieldAccess>> fields = new TreeMap<>();
    for (String key : json.keySet()) {
      int slash = key.indexOf('/');
      fields
          .computeIfAbsent(key.substring(0, slash), type -> new TreeMap<>())
          .put(
              key.substring(slash + 1),
              FieldAccess.of(json.getString(key)).orElse(FieldAccess.HIDDEN));
    }
    return fields;
  }

  private static JsonObject object(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
