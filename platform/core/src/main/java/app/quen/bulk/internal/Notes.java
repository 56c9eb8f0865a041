package app.quen.bulk.internal;

import app.quen.access.WithoutSight;
import app.quen.bulk.BulkView.Note;
import app.quen.bulk.NotePage;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.secret.Vault;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table {@code run_note}. */
@WithoutSight(because = "Runs shows a run, with its notes, to who runs it and who sees all")
@ApplicationScoped
public class Notes {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Vault vault;

  /**
   * @param from how many there are already
   */
  void add(UUID run, long from, List<Note> notes) {
    if (notes.isEmpty()) {
      return;
    }
    try (var batch =
        work.sql()
            .prepareBatch(
                "INSERT INTO run_note (run_id, position, customer_id, note)"
                    + " VALUES (:run, :position, :customer, :note)")) {
      long position = from;
      for (Note note : notes) {
        batch
            .bind("run", run)
            .bind("position", position++)
            .bind("customer", note.recordId())
            .bind("note", vault.sealText(place(run), json(note).build().toString()))
            .add();
      }
      batch.execute();
    }
  }

  public NotePage page(UUID run, @Nullable String cursor, int limit) {
    long from = cursor == null ? 0 : position(cursor);
    List<Note> notes =
        work.sql()
            .createQuery(
                "SELECT note FROM run_note WHERE run_id = :run AND position >= :from"
                    + " ORDER BY position LIMIT :limit")
            .bind("run", run)
            .bind("from", from)
            .bind("limit", limit + 1)
            .mapTo(String.class)
            .map(text -> read(vault.openText(place(run), text)))
            .list();
    boolean more = notes.size() > limit;
    return new NotePage(
        more ? List.copyOf(notes.subList(0, limit)) : notes,
        more ? Long.toString(from + limit) : null);
  }

  private static String place(UUID run) {
    return "run_note " + run;
  }

  private static long position(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw new Invalid(
          List.of(
              new Problem(
                  "cursor",
                  "unknown",
                  new Text(
                      "Không có trang nào bắt đầu ở đó.",
                      "No page begins there: use the nextCursor of the page before."))));
    }
  }

  static JsonObjectBuilder json(Note note) {
    JsonArrayBuilder problems = JSON.createArrayBuilder();
    for (Problem problem : note.problems()) {
      problems.add(
          JSON.createObjectBuilder()
              .add("field", problem.field())
              .add("code", problem.code())
              .add("vi", problem.message().vi())
              .add("en", problem.message().en()));
    }
    return JSON.createObjectBuilder()
        .add("record", note.record())
        .add("recordId", note.recordId().toString())
        .add("name", note.name())
        .add("problems", problems);
  }

  private static Note read(String text) {
    try (var reader = JSON.createReader(new StringReader(text))) {
      return read(reader.readObject());
    }
  }

  static Note read(JsonObject json) {
    List<Problem> problems = new ArrayList<>();
    for (JsonObject problem : json.getJsonArray("problems").getValuesAs(JsonObject.class)) {
      problems.add(
          new Problem(
              problem.getString("field"),
              problem.getString("code"),
              new Text(problem.getString("vi"), problem.getString("en"))));
    }
    return new Note(
        json.getString("record"),
        UUID.fromString(json.getString("recordId")),
        json.getString("name"),
        problems);
  }
}
