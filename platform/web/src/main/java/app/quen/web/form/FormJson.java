package app.quen.web.form;

import app.quen.survey.Form;
import app.quen.survey.Survey;
import app.quen.web.TextJson;
import app.quen.web.survey.SurveyJson.ChoiceJson;
import app.quen.web.survey.SurveyJson.QuestionJson;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a public link shows. */
@Schema(name = "PublicForm")
public record FormJson(
    @Schema(description = "The business that asks.") String workspace,
    TextJson title,
    @Nullable TextJson intro,
    @Nullable TextJson thanks,
    @Schema(description = "Empty unless it is open.") List<QuestionJson> questions,
    @Schema(enumeration = {"open", "closed", "answered"}) String state,
    @Schema(description = "To be sent with the answers: a sheet is taken once.") UUID sheet) {

  static FormJson of(Form form) {
    var survey = form.survey();
    return new FormJson(
        form.workspace(),
        TextJson.of(survey.title()),
        TextJson.ofNullable(survey.intro()),
        TextJson.ofNullable(survey.thanks()),
        form.state() == Form.State.OPEN ? questions(form) : List.of(),
        form.state().name().toLowerCase(Locale.ROOT),
        form.sheet());
  }

  private static List<QuestionJson> questions(Form form) {
    return asked(form).stream()
        .map(
            question ->
                new QuestionJson(
                    question.key(),
                    question.type(),
                    TextJson.of(question.label()),
                    question.required(),
                    question.choices().stream()
                        .map(choice -> new ChoiceJson(choice.value(), TextJson.of(choice.label())))
                        .toList()))
        .toList();
  }

  /** Whoever has a personal link is not asked who they are. */
  static List<Survey.Question> asked(Form form) {
    return form.survey().questions().stream()
        .filter(question -> !(form.personal() && question.isContact()))
        .toList();
  }

  /** The answers to a form. */
  @Schema(
      name = "FormAnswers",
      examples =
          """
          {"sheet": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11", "answers": {"q1": 9, "q2": "Rất vui"}}\
          """)
  public record AnswersJson(
      UUID sheet,
      @Schema(type = SchemaType.OBJECT, description = "By the keys of the questions.")
          JsonObject answers) {}
}
