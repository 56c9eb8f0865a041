package app.quen.importing.internal;

import app.quen.access.Actor;
import app.quen.field.Problem;
import app.quen.importing.ImportView;
import app.quen.importing.model.ImportColumn;
import app.quen.importing.model.ImportPlan;
import app.quen.text.Text;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON that the tables of imports hold. Who reads it is this class, and nobody else. */
final class ImportText {

  private ImportText() {}

  static String of(ImportPlan plan) {
    JsonArrayBuilder columns = Json.createArrayBuilder();
    for (ImportColumn column : plan.columns()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder()
              .add("index", column.index())
              .add("heading", column.heading())
              .add("type", column.type())
              .add("samples", array(column.samples()));
      put(json, "field", column.field());
      put(json, "suggested", column.suggestedField());
      columns.add(json);
    }
    JsonArrayBuilder preview = Json.createArrayBuilder();
    plan.preview().forEach(row -> preview.add(array(row)));
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("record", plan.record())
            .add("header", plan.header())
            .add("columns", columns)
            .add("preview", preview)
            .add("match", array(plan.match()))
            .add("onMatch", plan.onMatch().name())
            .add("onNew", plan.onNew().name());
    put(json, "encoding", plan.encoding());
    put(json, "delimiter", plan.delimiter());
    put(json, "sheet", plan.sheet());
    put(json, "sourceId", plan.sourceId() == null ? null : plan.sourceId().toString());
    return json.build().toString();
  }

  /** What is left of a plan whose text somebody has bent. It has no columns, as no other plan. */
  private static final ImportPlan UNREADABLE =
      new ImportPlan(
          "customer",
          null,
          null,
          true,
          null,
          List.of(),
          List.of(),
          List.of(),
          ImportPlan.OnMatch.SKIP,
          ImportPlan.OnNew.SKIP,
          null);

  static ImportPlan planOrNone(String text) {
    try {
      return plan(text);
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | IllegalArgumentException e) {
      return UNREADABLE;
    }
  }

  static ImportView.@Nullable Check checkOrNone(String text) {
    try {
      return check(text);
    } catch (JsonException
        | NullPointerException
        | ClassCastException
        | IllegalArgumentException e) {
      return null;
    }
  }

  static ImportPlan plan(String text) {
    JsonObject json = (JsonObject) read(text);
    return new ImportPlan(
        json.getString("record", "customer"),
        json.getString("encoding", null),
        json.getString("delimiter", null),
        json.getBoolean("header"),
        json.getString("sheet", null),
        json.getJsonArray("columns").getValuesAs(JsonObject.class).stream()
            .map(ImportText::column)
            .toList(),
        json.getJsonArray("preview").getValuesAs(JsonArray.class).stream()
            .map(ImportText::strings)
            .toList(),
        strings(json.getJsonArray("match")),
        ImportPlan.OnMatch.valueOf(json.getString("onMatch")),
        ImportPlan.OnNew.valueOf(json.getString("onNew")),
        json.containsKey("sourceId") ? UUID.fromString(json.getString("sourceId")) : null);
  }

  private static ImportColumn column(JsonObject json) {
    return new ImportColumn(
        json.getInt("index"),
        json.getString("heading"),
        json.getString("type"),
        strings(json.getJsonArray("samples")),
        json.getString("field", null),
        json.getString("suggested", null));
  }

  static String of(Actor actor) {
    JsonObjectBuilder json =
        Json.createObjectBuilder().add("kind", actor.kind().name()).add("name", actor.name());
    put(json, "id", actor.id() == null ? null : actor.id().toString());
    return json.build().toString();
  }

  static Actor actor(String text) {
    JsonObject json = (JsonObject) read(text);
    String id = json.getString("id", null);
    return new Actor(
        Actor.Kind.valueOf(json.getString("kind")),
        id == null ? null : UUID.fromString(id),
        json.getString("name"));
  }

  static String of(Text text) {
    return object(text).build().toString();
  }

  static Text text(String text) {
    return text((JsonObject) read(text));
  }

  private static JsonObjectBuilder object(Text text) {
    return Json.createObjectBuilder().add("vi", text.vi()).add("en", text.en());
  }

  private static Text text(JsonObject json) {
    return new Text(json.getString("vi"), json.getString("en"));
  }

  static String ofProblems(List<Problem> problems) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    for (Problem problem : problems) {
      json.add(
          Json.createObjectBuilder()
              .add("field", problem.field())
              .add("code", problem.code())
              .add("message", object(problem.message())));
    }
    return json.build().toString();
  }

  static List<Problem> problems(String text) {
    return ((JsonArray) read(text))
        .getValuesAs(JsonObject.class).stream()
            .map(
                json ->
                    new Problem(
                        json.getString("field"),
                        json.getString("code"),
                        text(json.getJsonObject("message"))))
            .toList();
  }

  static String of(ImportView.Check check) {
    JsonArrayBuilder examples = Json.createArrayBuilder();
    for (ImportView.Example example : check.examples()) {
      JsonObjectBuilder json =
          Json.createObjectBuilder().add("row", example.row()).add("action", example.action());
      put(json, "name", example.name());
      if (example.reason() != null) {
        json.add("reason", object(example.reason()));
      }
      examples.add(json);
    }
    return Json.createObjectBuilder()
        .add("create", check.create())
        .add("update", check.update())
        .add("skip", check.skip())
        .add("reject", check.reject())
        .add("examples", examples)
        .build()
        .toString();
  }

  static ImportView.Check check(String text) {
    JsonObject json = (JsonObject) read(text);
    return new ImportView.Check(
        json.getJsonNumber("create").longValue(),
        json.getJsonNumber("update").longValue(),
        json.getJsonNumber("skip").longValue(),
        json.getJsonNumber("reject").longValue(),
        json.getJsonArray("examples").getValuesAs(JsonObject.class).stream()
            .map(
                example ->
                    new ImportView.Example(
                        example.getJsonNumber("row").longValue(),
                        example.getString("action"),
                        example.getString("name", null),
                        example.containsKey("reason")
                            ? text(example.getJsonObject("reason"))
                            : null))
            .toList());
  }

  static String ofStrings(List<String> strings) {
    return array(strings).build().toString();
  }

  static List<String> strings(String text) {
    return strings((JsonArray) read(text));
  }

  static JsonObject object(String text) {
    return (JsonObject) read(text);
  }

  private static List<String> strings(JsonArray array) {
    return array.getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
  }

  private static JsonArrayBuilder array(List<String> strings) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    strings.forEach(array::add);
    return array;
  }

  private static void put(JsonObjectBuilder json, String key, @Nullable String value) {
    if (value != null) {
      json.add(key, value);
    }
  }

  private static JsonStructure read(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.read();
    }
  }
}
