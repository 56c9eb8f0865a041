package app.quen.survey.internal;

import app.quen.access.Actor;
import app.quen.field.Field.Choice;
import app.quen.survey.Survey;
import app.quen.survey.Survey.Question;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON of a survey. */
public final class SurveyShape {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private SurveyShape() {}

  public static JsonObject json(Survey survey) {
    JsonObjectBuilder json = JSON.createObjectBuilder().add("id", survey.id().toString());
    content(survey).forEach(json::add);
    return json.add("createdAt", survey.createdAt().toString())
        .add("createdBy", actor(survey.createdBy()))
        .add("updatedAt", survey.updatedAt().toString())
        .add("updatedBy", actor(survey.updatedBy()))
        .add("version", survey.version())
        .build();
  }

  /** Only what people write. */
  static JsonObject content(Survey survey) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("kind", survey.kind()).add("title", text(survey.title()));
    add(json, "intro", survey.intro());
    add(json, "thanks", survey.thanks());
    return json.add("questions", questions(survey.questions()))
        .add("active", survey.active())
        .build();
  }

  static JsonArray questions(List<Question> questions) {
    JsonArrayBuilder list = JSON.createArrayBuilder();
    for (Question question : questions) {
      JsonArrayBuilder choices = JSON.createArrayBuilder();
      question
          .choices()
          .forEach(
              choice ->
                  choices.add(
                      JSON.createObjectBuilder()
                          .add("value", choice.value())
                          .add("label", text(choice.label()))));
      list.add(
          JSON.createObjectBuilder()
              .add("key", question.key())
              .add("type", question.type())
              .add("label", text(question.label()))
              .add("required", question.required())
              .add("choices", choices));
    }
    return list.build();
  }

  /** What was stored by {@link #questions(List)}. */
  static List<Question> questions(JsonArray stored) {
    return stored.getValuesAs(JsonObject.class).stream()
        .map(
            json ->
                new Question(
                    json.getString("key"),
                    json.getString("type"),
                    text(json.getJsonObject("label")),
                    json.getBoolean("required"),
                    json.getJsonArray("choices").getValuesAs(JsonObject.class).stream()
                        .map(
                            choice ->
                                new Choice(
                                    choice.getString("value"), text(choice.getJsonObject("label"))))
                        .toList()))
        .toList();
  }

  static JsonObject text(Text text) {
    return JSON.createObjectBuilder().add("vi", text.vi()).add("en", text.en()).build();
  }

  static Text text(JsonObject json) {
    return new Text(json.getString("vi"), json.getString("en"));
  }

  private static void add(JsonObjectBuilder json, String name, @Nullable Text text) {
    json.add(name, text == null ? JsonValue.NULL : text(text));
  }

  private static JsonObjectBuilder actor(Actor actor) {
    JsonObjectBuilder json =
        JSON.createObjectBuilder().add("kind", actor.kind().name().toLowerCase(Locale.ROOT));
    if (actor.id() != null) {
      json.add("id", actor.id().toString());
    }
    return json.add("name", actor.name());
  }
}
