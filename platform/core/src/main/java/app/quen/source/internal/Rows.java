package app.quen.source.internal;

import app.quen.access.ActorColumns;
import app.quen.database.Utc;
import app.quen.source.Confidence;
import app.quen.source.SourceKind;
import app.quen.source.SourceView;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Reads rows of sources. */
final class Rows {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private Rows() {}

  static SourceView source(ResultSet row) throws SQLException {
    return new SourceView(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        SourceKind.of(row.getString("kind")).orElseThrow(),
        row.getString("name"),
        text(row.getString("purpose")),
        Confidence.of(row.getString("confidence")).orElseThrow(),
        row.getBoolean("active"),
        row.getObject("api_key_id", UUID.class),
        Utc.at(row, "created_at"),
        ActorColumns.of(row, "created_by"),
        Utc.at(row, "updated_at"),
        ActorColumns.of(row, "updated_by"));
  }

  static String json(Text text) {
    return JSON.createObjectBuilder().add("vi", text.vi()).add("en", text.en()).build().toString();
  }

  private static Text text(String json) {
    try (var reader = JSON.createReader(new StringReader(json))) {
      JsonObject text = reader.readObject();
      return new Text(text.getString("vi"), text.getString("en"));
    }
  }
}
