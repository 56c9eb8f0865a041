package app.quen.access.internal;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of which so much is left that people recognise them, and no more. */
final class Masks {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private static final String DOTS = "•••••";

  /** Members of a value that say nothing of somebody. */
  private static final Set<String> PLAIN =
      Set.of("label", "primary", "country", "province", "unreadable");

  /** The codes of places and the like say more than the value they belong to. */
  private static final Set<String> GONE = Set.of("units", "postalCode");

  private Masks() {}

  /** Null where nothing of the value can be shown: of a number each digit counts. */
  static @Nullable JsonValue of(JsonValue value) {
    return switch (value) {
      case JsonString text -> JSON.createValue(of(text.getString()));
      case JsonArray array -> of(array);
      case JsonObject object -> of(object);
      default -> value == JsonValue.NULL ? value : null;
    };
  }

  private static JsonArray of(JsonArray array) {
    JsonArrayBuilder masked = JSON.createArrayBuilder();
    for (JsonValue value : array) {
      JsonValue one = of(value);
      if (one != null) {
        masked.add(one);
      }
    }
    return masked.build();
  }

  private static JsonObject of(JsonObject object) {
    JsonObjectBuilder masked = JSON.createObjectBuilder();
    // a number as it was written and in its normal form look alike when masked
    String normal = object.getString("normal", null);
    object.forEach(
        (key, value) -> {
          if (GONE.contains(key)) {
            return;
          }
          JsonValue one =
              PLAIN.contains(key)
                  ? value
                  : key.equals("value") && normal != null
                      ? JSON.createValue(of(normal))
                      : of(value);
          if (one != null) {
            masked.add(key, one);
          }
        });
    return masked.build();
  }

  static String of(String text) {
    int at = text.indexOf('@');
    if (at > 0) {
      return text.substring(0, text.offsetByCodePoints(0, 1)) + "•••" + text.substring(at);
    }
    if (text.matches("[+0-9 ().\\-/]+(;ext=[0-9]+)?")) {
      return ofNumber(text.replaceFirst(";ext=.*", "").replaceAll("[^+0-9]", ""));
    }
    int length = text.codePointCount(0, text.length());
    return length < 8
        ? DOTS
        : text.substring(0, text.offsetByCodePoints(0, 2))
            + DOTS
            + text.substring(text.offsetByCodePoints(0, length - 1));
  }

  private static String ofNumber(String digits) {
    String home = digits.startsWith("+84") ? "0" + digits.substring(3) : digits;
    return home.length() < 8
        ? DOTS
        : home.substring(0, 3) + DOTS + home.substring(home.length() - 2);
  }
}
