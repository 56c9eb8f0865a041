package app.quen.consent.internal;

import app.quen.access.Actor;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** How times, texts and actors stand in rows. */
final class Columns {

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  private Columns() {}

  /** As the database keeps it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  static Instant at(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  static Actor actor(ResultSet row, String prefix) throws SQLException {
    return new Actor(
        Actor.Kind.valueOf(row.getString(prefix + "_kind")),
        row.getObject(prefix + "_id", UUID.class),
        row.getString(prefix + "_name"));
  }

  static String json(Text text) {
    return object(text).toString();
  }

  static JsonObject object(Text text) {
    return JSON.createObjectBuilder().add("vi", text.vi()).add("en", text.en()).build();
  }

  static Text text(String json) {
    try (var reader = JSON.createReader(new StringReader(json))) {
      JsonObject text = reader.readObject();
      return new Text(text.getString("vi"), text.getString("en"));
    }
  }
}
