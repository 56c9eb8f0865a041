package app.quen.survey.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.ActorColumns;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.survey.NoSuchSurvey;
import app.quen.survey.Survey;
import app.quen.survey.SurveyConflict;
import app.quen.survey.internal.SurveyRules.Content;
import app.quen.text.Text;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of surveys. */
@ApplicationScoped
public class Surveys {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;

  public Survey make(JsonObject written) {
    Content content = SurveyRules.read(written, List.of());
    Instant now = now();
    Actor actor = access.actor();
    Survey survey = survey(UuidCreator.getTimeOrderedEpoch(), 1, content, now, actor, now, actor);
    PlainSql.execute(
        work.sql(),
        "INSERT INTO survey (kind, title, intro, thanks, questions, active, version, updated_at,"
            + " updated_by_kind, updated_by_id, updated_by_name, id, created_at, created_by_kind,"
            + " created_by_id, created_by_name) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
        values(survey, true));
    return survey;
  }

  public Survey show(UUID id) {
    return find(id).orElseThrow(() -> new NoSuchSurvey(id.toString()));
  }

  Optional<Survey> find(UUID id) {
    return work.sql()
        .createQuery("SELECT * FROM survey WHERE id = ?")
        .bind(0, id)
        .map((row, context) -> survey(row))
        .findOne();
  }

  public List<Survey> list() {
    return work.sql()
        .createQuery("SELECT * FROM survey ORDER BY id DESC LIMIT 200")
        .map((row, context) -> survey(row))
        .list();
  }

  public Survey revise(UUID id, JsonObject patch, int expectedVersion) {
    Survey before =
        work.sql()
            .createQuery("SELECT * FROM survey WHERE id = ? FOR UPDATE")
            .bind(0, id)
            .map((row, context) -> survey(row))
            .findOne()
            .orElseThrow(() -> new NoSuchSurvey(id.toString()));
    if (before.version() != expectedVersion) {
      throw new SurveyConflict(before);
    }
    JsonObject old = SurveyShape.content(before);
    JsonObject target = JSON.createMergePatch(patch).apply(old).asJsonObject();
    Content content = SurveyRules.read(target, before.questions());
    Survey after =
        survey(
            id,
            before.version() + 1,
            content,
            before.createdAt(),
            before.createdBy(),
            now(),
            access.actor());
    if (SurveyShape.content(after).equals(old)) {
      return before;
    }
    PlainSql.execute(
        work.sql(),
        "UPDATE survey SET kind = ?, title = ?, intro = ?, thanks = ?, questions = ?, active = ?,"
            + " version = ?, updated_at = ?, updated_by_kind = ?, updated_by_id = ?,"
            + " updated_by_name = ? WHERE id = ?",
        values(after, false));
    return after;
  }

  private static Survey survey(
      UUID id,
      int version,
      Content content,
      Instant createdAt,
      Actor createdBy,
      Instant updatedAt,
      Actor updatedBy) {
    return new Survey(
        id,
        version,
        content.kind(),
        content.title(),
        content.intro(),
        content.thanks(),
        content.questions(),
        content.active(),
        createdAt,
        createdBy,
        updatedAt,
        updatedBy);
  }

  private static List<@Nullable Object> values(Survey survey, boolean fresh) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(survey.kind());
    values.add(SurveyShape.text(survey.title()).toString());
    values.add(text(survey.intro()));
    values.add(text(survey.thanks()));
    values.add(SurveyShape.questions(survey.questions()).toString());
    values.add(survey.active());
    values.add(survey.version());
    values.add(Utc.of(survey.updatedAt()));
    add(values, survey.updatedBy());
    values.add(survey.id());
    if (fresh) {
      values.add(Utc.of(survey.createdAt()));
      add(values, survey.createdBy());
    }
    return values;
  }

  private static void add(List<@Nullable Object> values, Actor actor) {
    values.add(actor.kind().name());
    values.add(actor.id());
    values.add(actor.name());
  }

  private static @Nullable String text(@Nullable Text text) {
    return text == null ? null : SurveyShape.text(text).toString();
  }

  private static Survey survey(ResultSet row) throws SQLException {
    JsonArray questions;
    try (var reader = JSON.createReader(new StringReader(row.getString("questions")))) {
      questions = reader.readArray();
    }
    Text title = text(row, "title");
    return new Survey(
        row.getObject("id", UUID.class),
        row.getInt("version"),
        row.getString("kind"),
        title == null ? new Text("", "") : title,
        text(row, "intro"),
        text(row, "thanks"),
        SurveyShape.questions(questions),
        row.getBoolean("active"),
        Utc.at(row, "created_at"),
        ActorColumns.of(row, "created_by"),
        Utc.at(row, "updated_at"),
        ActorColumns.of(row, "updated_by"));
  }

  private static @Nullable Text text(ResultSet row, String column) throws SQLException {
    String stored = row.getString(column);
    if (stored == null) {
      return null;
    }
    try (var reader = JSON.createReader(new StringReader(stored))) {
      return SurveyShape.text(reader.readObject());
    }
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }
}
