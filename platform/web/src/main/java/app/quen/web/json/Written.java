package app.quen.web.json;

import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;

/** {@code …Json} records as text and back, where a resource does it itself. */
public final class Written {

  private static final Jsonb JSONB = JsonbBuilder.create(JsonbSettings.config());

  private Written() {}

  /** As an answer that is kept for a repeated request. */
  public static String json(Record body) {
    return JSONB.toJson(body);
  }

  /** As strictly as a request's body is read. */
  public static <T extends Record> T read(JsonObject json, Class<T> type) {
    return Shape.read(json, type);
  }
}
