package app.quen.exporting.internal;

import app.quen.access.Actor;
import app.quen.access.ActorText;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.ExportView;
import app.quen.exporting.StartExport.Plan;
import app.quen.secret.Vault;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code export_run}. Needs an open unit of work. */
@ApplicationScoped
class ExportRows {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Vault vault;

  /** A row of the table. */
  record Row(ExportView view, Plan plan, @Nullable String mediaType, @Nullable String sight) {

    boolean is(String state) {
      return view.state().equals(state);
    }
  }

  void add(UUID id, Plan plan, Actor by, Instant now) {
    work.sql()
        .createUpdate(
            "INSERT INTO export_run (id, record_type, format, language, owner, query, columns,"
                + " state, done, created_at, created_by) VALUES (:id, :record, :format, :language,"
                + " :owner, :query, :columns, 'running', 0, :now, :by)")
        .bind("id", id)
        .bind("owner", owner(by))
        .bind("record", plan.record())
        .bind("format", plan.format().name())
        .bind("language", plan.language())
        .bind("query", vault.sealText(place(id), plan.query().toString()))
        .bind("columns", JSON.createArrayBuilder(plan.columns()).build().toString())
        .bind("now", Utc.of(now))
        .bind("by", ActorText.of(by))
        .execute();
  }

  Optional<Row> find(UUID id) {
    return work.sql()
        .createQuery("SELECT * FROM export_run WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> row(row))
        .findOne();
  }

  Optional<Row> find(UUID id, Actor by) {
    return work.sql()
        .createQuery("SELECT * FROM export_run WHERE id = :id AND owner = :owner")
        .bind("id", id)
        .bind("owner", owner(by))
        .map((row, context) -> row(row))
        .findOne();
  }

  List<Row> newest(Actor by, int limit) {
    return work.sql()
        .createQuery("SELECT * FROM export_run WHERE owner = :owner ORDER BY id DESC LIMIT :limit")
        .bind("owner", owner(by))
        .bind("limit", limit)
        .map((row, context) -> row(row))
        .list();
  }

  /**
   * @return whether it still runs
   */
  boolean progress(UUID id, long rows) {
    return work.sql()
                .createUpdate(
                    "UPDATE export_run SET done = :rows WHERE id = :id AND state = 'running'")
                .bind("id", id)
                .bind("rows", rows)
                .execute()
            > 0
        || find(id).filter(row -> row.is("running")).isPresent();
  }

  /**
   * @return false if somebody stopped it, or another job was faster
   */
  boolean complete(
      UUID id,
      long rows,
      String fileName,
      String mediaType,
      long size,
      String sight,
      Instant now,
      Instant end) {
    return work.sql()
            .createUpdate(
                "UPDATE export_run SET state = 'completed', done = :rows, file_name = :name,"
                    + " media_type = :type, size = :size, sight = :sight, finished_at = :now,"
                    + " expires_at = :end WHERE id = :id AND state = 'running'")
            .bind("id", id)
            .bind("rows", rows)
            .bind("name", fileName)
            .bind("type", mediaType)
            .bind("size", size)
            .bind("sight", sight)
            .bind("now", Utc.of(now))
            .bind("end", Utc.of(end))
            .execute()
        == 1;
  }

  /** Ends it in another way than by being completed. */
  boolean end(UUID id, String from, String to, @Nullable Text failure, Instant now) {
    return work.sql()
            .createUpdate(
                "UPDATE export_run SET state = :to, failure = :failure,"
                    + " finished_at = COALESCE(finished_at, :now)"
                    + " WHERE id = :id AND state = :from")
            .bind("id", id)
            .bind("from", from)
            .bind("to", to)
            .bind(
                "failure",
                failure == null
                    ? null
                    : JSON.createObjectBuilder()
                        .add("vi", failure.vi())
                        .add("en", failure.en())
                        .build()
                        .toString())
            .bind("now", Utc.of(now))
            .execute()
        == 1;
  }

  private static String owner(Actor actor) {
    return actor.kind().name() + " " + (actor.id() == null ? "" : actor.id());
  }

  private static String place(UUID run) {
    return "export_run " + run;
  }

  private Row row(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    JsonObject text = failure == null ? null : read(failure).asJsonObject();
    long bytes = row.getLong("size");
    Long size = row.wasNull() ? null : bytes;
    Format format = Format.valueOf(row.getString("format"));
    ExportView view =
        new ExportView(
            row.getObject("id", UUID.class),
            row.getString("record_type"),
            format.name().toLowerCase(Locale.ROOT),
            row.getString("state"),
            row.getLong("done"),
            row.getString("file_name"),
            size,
            text == null ? null : new Text(text.getString("vi"), text.getString("en")),
            Objects.requireNonNull(Utc.atOrNull(row, "created_at")),
            ActorText.read(row.getString("created_by")),
            Utc.atOrNull(row, "finished_at"),
            Utc.atOrNull(row, "expires_at"));
    Plan plan =
        new Plan(
            view.record(),
            read(vault.openText(place(view.id()), row.getString("query"))).asJsonObject(),
            read(row.getString("columns")).asJsonArray().getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .toList(),
            format,
            row.getString("language"));
    return new Row(view, plan, row.getString("media_type"), row.getString("sight"));
  }

  private static JsonStructure read(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return reader.read();
    }
  }
}
