package app.quen.consent.internal;

import app.quen.access.Actor;
import app.quen.access.ActorColumns;
import app.quen.database.Utc;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

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
    return Utc.at(row, column);
  }

  static Actor actor(ResultSet row, String prefix) throws SQLException {
    return ActorColumns.of(row, prefix);
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
