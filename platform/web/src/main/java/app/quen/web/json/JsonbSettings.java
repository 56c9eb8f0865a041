package app.quen.web.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;

/** Writes every property, null or not: a client can rely on the shape that is described. */
@Provider
public class JsonbSettings implements ContextResolver<Jsonb> {

  private final Jsonb jsonb = JsonbBuilder.create(config());

  public static JsonbConfig config() {
    return new JsonbConfig().withNullValues(true);
  }

  @Override
  public Jsonb getContext(Class<?> type) {
    return jsonb;
  }
}
