package app.quen.survey.internal;

import app.quen.field.Field.Choice;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.survey.Survey;
import app.quen.survey.Survey.Question;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds answers against the questions. */
final class AnswerRules {

  private static final int LONGEST = 4000;

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private final List<Problem> problems = new ArrayList<>();

  private AnswerRules() {}

  /**
   * Answers to questions that the form does not ask are passed over: it may have been changed while
   * somebody filled it in.
   *
   * @param personal who answers is known, and not asked
   * @return by question, in their order
   * @throws Invalid with all that does not fit
   */
  static Map<Question, JsonValue> read(Survey survey, boolean personal, JsonObject answers) {
    AnswerRules rules = new AnswerRules();
    Map<Question, JsonValue> read = new LinkedHashMap<>();
    for (Question question : survey.questions()) {
      if (personal && question.isContact()) {
        continue;
      }
      JsonValue answer = rules.answer(question, answers.get(question.key()));
      if (answer != null) {
        read.put(question, answer);
      }
    }
    boolean saysSomething = read.keySet().stream().anyMatch(question -> !question.isContact());
    if (rules.problems.isEmpty() && !saysSomething) {
      rules.problem(
          survey.questions().get(0).key(),
          "required",
          "Hãy trả lời ít nhất một câu.",
          "Answer at least one question.");
    }
    if (!rules.problems.isEmpty()) {
      throw new Invalid(rules.problems);
    }
    return read;
  }

  private @Nullable JsonValue answer(Question question, @Nullable JsonValue written) {
    boolean empty =
        written == null
            || written.getValueType() == JsonValue.ValueType.NULL
            || written instanceof JsonString text && text.getString().isBlank();
    if (empty) {
      if (question.required()) {
        problem(
            question.key(),
            "required",
            "Câu này cần được trả lời.",
            "This question needs an answer.");
      }
      return null;
    }
    return switch (question.type()) {
      case "nps" -> number(question, written, 0, 10);
      case "csat", "rating" -> number(question, written, 1, 5);
      case "choice" -> choice(question, written);
      default -> text(question, written);
    };
  }

  private @Nullable JsonValue number(Question question, JsonValue written, int min, int max) {
    Integer number = null;
    if (written instanceof JsonNumber json && json.isIntegral()) {
      number = json.bigIntegerValue().bitLength() < 31 ? json.intValue() : null;
    } else if (written instanceof JsonString text && text.getString().matches("\\d{1,2}")) {
      number = Integer.valueOf(text.getString());
    }
    if (number == null || number < min || number > max) {
      problem(
          question.key(),
          "out-of-range",
          "Hãy chọn từ %d đến %d.".formatted(min, max),
          "Choose from %d to %d.".formatted(min, max));
      return null;
    }
    return JSON.createValue(number);
  }

  private @Nullable JsonValue choice(Question question, JsonValue written) {
    if (written instanceof JsonString text) {
      for (Choice choice : question.choices()) {
        if (choice.value().equals(text.getString())) {
          return JSON.createValue(choice.value());
        }
      }
    }
    problem(
        question.key(),
        "not-a-choice",
        "Hãy chọn một trong các câu trả lời có sẵn.",
        "Choose one of the answers given.");
    return null;
  }

  private @Nullable JsonValue text(Question question, JsonValue written) {
    if (!(written instanceof JsonString text)) {
      problem(question.key(), "wrong-type", "Ở đây cần văn bản.", "This must be a text.");
      return null;
    }
    if (text.getString().length() > LONGEST) {
      problem(
          question.key(),
          "too-long",
          "Tối đa " + LONGEST + " ký tự.",
          "At most " + LONGEST + " characters.");
    }
    return JSON.createValue(text.getString().strip());
  }

  private void problem(String key, String code, String vi, String en) {
    problems.add(new Problem(key, code, new Text(vi, en)));
  }
}
