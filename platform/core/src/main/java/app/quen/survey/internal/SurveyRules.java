package app.quen.survey.internal;

import app.quen.field.Field.Choice;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.survey.Survey.Question;
import app.quen.text.Folding;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** From what people write about a form to a form that can be shown. */
final class SurveyRules {

  private static final Set<String> KINDS = Set.of("survey", "complaint", "question", "rating");
  private static final Set<String> TYPES =
      Set.of("nps", "csat", "rating", "choice", "text", "name", "phone", "email");
  private static final Set<String> KNOWN =
      Set.of("kind", "title", "intro", "thanks", "questions", "active");
  private static final Set<String> SYSTEM =
      Set.of("id", "version", "createdAt", "createdBy", "updatedAt", "updatedBy");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final int MOST_QUESTIONS = 50;
  private static final int MOST_CHOICES = 50;

  private final List<Problem> problems = new ArrayList<>();

  private SurveyRules() {}

  /** What people say of a form, in its normal form. */
  record Content(
      String kind,
      Text title,
      @Nullable Text intro,
      @Nullable Text thanks,
      List<Question> questions,
      boolean active) {}

  /**
   * @param before the questions that may have been answered already
   * @throws Invalid with all that does not fit
   */
  static Content read(JsonObject json, List<Question> before) {
    SurveyRules rules = new SurveyRules();
    Content content = rules.content(json, before);
    if (!rules.problems.isEmpty()) {
      throw new Invalid(rules.problems);
    }
    return content;
  }

  private Content content(JsonObject json, List<Question> before) {
    for (String key : json.keySet()) {
      if (!KNOWN.contains(key) && !SYSTEM.contains(key)) {
        problem(key, "unknown", "Không có mục “" + key + "”.", "There is no “" + key + "” here.");
      }
    }
    String kind = string("kind", json.get("kind"));
    if (kind != null && !KINDS.contains(kind)) {
      choose("kind", kind, KINDS);
    }
    Text title = text("title", json.get("title"), 200);
    if (title == null) {
      problem("title", "required", "Hãy đặt tên cho phiếu.", "Give the form a title.");
    }
    Content content =
        new Content(
            kind == null ? "survey" : kind,
            title == null ? new Text("", "") : title,
            text("intro", json.get("intro"), 2000),
            text("thanks", json.get("thanks"), 2000),
            questions(json.get("questions"), before),
            flag("active", json.get("active"), true));
    fit(content);
    return content;
  }

  /** Whether the answers can become feedback of the kind. */
  private void fit(Content content) {
    List<Question> asked = content.questions().stream().filter(q -> !q.isContact()).toList();
    if (asked.isEmpty()) {
      problem(
          "questions", "required", "Cần ít nhất một câu hỏi.", "At least one question is needed.");
      return;
    }
    switch (content.kind()) {
      case "rating" -> {
        if (asked.stream().noneMatch(q -> q.type().equals("rating") && q.required())) {
          problem(
              "questions",
              "needs-rating",
              "Phiếu đánh giá cần một câu hỏi chấm sao bắt buộc.",
              "A rating needs a required question of the type rating.");
        }
      }
      case "complaint", "question" -> {
        if (asked.stream().noneMatch(q -> q.type().equals("text") && q.required())) {
          problem(
              "questions",
              "needs-text",
              "Cần một câu hỏi bắt buộc để khách viết nội dung.",
              "A required question of the type text is needed, where people write what it is"
                  + " about.");
        }
      }
      default -> {}
    }
  }

  private List<Question> questions(@Nullable JsonValue written, List<Question> before) {
    if (!(written instanceof JsonArray array)) {
      if (written != null) {
        wrong("questions", "một danh sách", "a list");
      }
      return List.of();
    }
    if (array.size() > MOST_QUESTIONS) {
      problem(
          "questions",
          "too-many",
          "Tối đa " + MOST_QUESTIONS + " câu hỏi.",
          "At most " + MOST_QUESTIONS + " questions.");
    }
    Map<String, String> types = new HashMap<>();
    before.forEach(question -> types.put(question.key(), question.type()));
    Set<String> keys = new HashSet<>();
    for (JsonValue one : array) {
      if (one instanceof JsonObject json && json.get("key") instanceof JsonString key) {
        keys.add(key.getString());
      }
    }
    Set<String> seen = new HashSet<>();
    List<Question> questions = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      String at = "questions[" + i + "]";
      if (!(array.get(i) instanceof JsonObject json)) {
        wrong(at, "một đối tượng", "an object");
        continue;
      }
      Question question = question(at + ".", json, free(keys, types.keySet()));
      keys.add(question.key());
      if (!seen.add(question.key())) {
        problem(
            at + ".key",
            "taken",
            "Mỗi câu hỏi cần một mã riêng; “" + question.key() + "” đã dùng.",
            "Each question needs a key of its own; “" + question.key() + "” is taken.");
      }
      String type = types.get(question.key());
      if (type != null && !type.equals(question.type())) {
        problem(
            at + ".type",
            "cannot-change",
            "Câu hỏi này có thể đã được trả lời nên không đổi dạng được; hãy thêm câu hỏi mới.",
            "The question may have been answered, so its type stays; add a new question.");
      }
      questions.add(question);
    }
    return questions;
  }

  private static String free(Set<String> keys, Set<String> earlier) {
    int number = 1;
    while (keys.contains("q" + number) || earlier.contains("q" + number)) {
      number++;
    }
    return "q" + number;
  }

  private Question question(String at, JsonObject json, String freeKey) {
    for (String name : json.keySet()) {
      if (!Set.of("key", "type", "label", "required", "choices").contains(name)) {
        problem(
            at + name,
            "unknown",
            "Không có mục “" + name + "”.",
            "There is no “" + name + "” here.");
      }
    }
    String key = string(at + "key", json.get("key"));
    if (key != null && !KEY.matcher(key).matches()) {
      problem(
          at + "key",
          "malformed",
          "Mã câu hỏi gồm chữ thường không dấu, số và gạch dưới, bắt đầu bằng chữ.",
          "A key has lower-case letters, digits and underscores and begins with a letter.");
    }
    String type = string(at + "type", json.get("type"));
    if (type == null || !TYPES.contains(type)) {
      choose(at + "type", type == null ? "" : type, TYPES);
    }
    Text label = text(at + "label", json.get("label"), 300);
    if (label == null) {
      problem(at + "label", "required", "Hãy viết câu hỏi.", "Write the question.");
    }
    List<Choice> choices = choices(at + "choices", json.get("choices"));
    if ("choice".equals(type) && choices.size() < 2) {
      problem(
          at + "choices",
          "required",
          "Cần ít nhất hai lựa chọn.",
          "At least two choices are needed.");
    }
    return new Question(
        key == null ? freeKey : key,
        type == null ? "text" : type,
        label == null ? new Text("", "") : label,
        flag(at + "required", json.get("required"), false),
        "choice".equals(type) ? choices : List.of());
  }

  private List<Choice> choices(String at, @Nullable JsonValue written) {
    if (!(written instanceof JsonArray array)) {
      return List.of();
    }
    if (array.size() > MOST_CHOICES) {
      problem(
          at,
          "too-many",
          "Tối đa " + MOST_CHOICES + " lựa chọn.",
          "At most " + MOST_CHOICES + " choices.");
    }
    List<Choice> choices = new ArrayList<>();
    Set<String> values = new HashSet<>();
    for (JsonValue one : array) {
      Text label;
      String value = null;
      if (one instanceof JsonObject json) {
        label = text(at, json.get("label"), 200);
        value = string(at, json.get("value"));
      } else {
        label = text(at, one, 200);
      }
      if (label == null) {
        problem(at, "required", "Hãy viết từng lựa chọn.", "Write each choice.");
        continue;
      }
      String named = value == null || value.isBlank() ? label.vi() : Folding.tidy(value);
      if (!values.add(named)) {
        problem(
            at,
            "taken",
            "Lựa chọn “" + named + "” bị lặp.",
            "The choice “" + named + "” is twice.");
      }
      choices.add(new Choice(named, label));
    }
    return choices;
  }

  /** A text in one language stands for both. */
  private @Nullable Text text(String key, @Nullable JsonValue written, int max) {
    String vi;
    String en;
    if (written instanceof JsonString string) {
      vi = Folding.tidy(string.getString());
      en = vi;
    } else if (written instanceof JsonObject json) {
      vi = tidy(key + ".vi", json.get("vi"));
      en = tidy(key + ".en", json.get("en"));
    } else {
      if (written != null && written.getValueType() != JsonValue.ValueType.NULL) {
        wrong(key, "{vi, en}", "{vi, en}");
      }
      return null;
    }
    if (vi.length() > max || en.length() > max) {
      problem(key, "too-long", "Tối đa " + max + " ký tự.", "At most " + max + " characters.");
    }
    return vi.isEmpty() && en.isEmpty()
        ? null
        : new Text(vi.isEmpty() ? en : vi, en.isEmpty() ? vi : en);
  }

  private String tidy(String key, @Nullable JsonValue written) {
    String text = string(key, written);
    return text == null ? "" : Folding.tidy(text);
  }

  private @Nullable String string(String key, @Nullable JsonValue written) {
    if (written == null || written.getValueType() == JsonValue.ValueType.NULL) {
      return null;
    }
    if (written instanceof JsonString string) {
      return string.getString();
    }
    wrong(key, "một chuỗi văn bản", "a text");
    return null;
  }

  private boolean flag(String key, @Nullable JsonValue written, boolean otherwise) {
    if (written == null || written.getValueType() == JsonValue.ValueType.NULL) {
      return otherwise;
    }
    if (written != JsonValue.TRUE && written != JsonValue.FALSE) {
      wrong(key, "true hoặc false", "true or false");
    }
    return written == JsonValue.TRUE;
  }

  private void choose(String key, String written, Set<String> values) {
    String all = String.join(", ", values.stream().sorted().toList());
    problem(
        key,
        "not-a-choice",
        "“%s” không có trong danh sách: %s.".formatted(written, all),
        "“%s” is none of: %s.".formatted(written, all));
  }

  private void wrong(String key, String vi, String en) {
    problem(key, "wrong-type", "Ở đây cần " + vi + ".", "This must be " + en + ".");
  }

  private void problem(String key, String code, String vi, String en) {
    problems.add(new Problem(key, code, new Text(vi, en)));
  }
}
