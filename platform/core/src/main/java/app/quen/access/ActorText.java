package app.quen.access;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.UUID;

/** Actors as the tables of jobs keep them: as JSON. */
public final class ActorText {

  private static final JsonProvider JSON = JsonProvider.provider();

  private ActorText() {}

  public static String of(Actor actor) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("kind", actor.kind().name()).add("name", actor.name());
    if (actor.id() != null) {
      json.add("id", actor.id().toString());
    }
    return json.build().toString();
  }

  public static Actor read(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      JsonObject json = reader.readObject();
      String id = json.getString("id", null);
      return new Actor(
          Actor.Kind.valueOf(json.getString("kind")),
          id == null ? null : UUID.fromString(id),
          json.getString("name"));
    }
  }
}
