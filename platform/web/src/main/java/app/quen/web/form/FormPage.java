package app.quen.web.form;

import app.quen.field.Problem;
import app.quen.survey.Form;
import app.quen.survey.Survey.Question;
import app.quen.text.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pages of a form, for any browser: no script, nothing loaded from elsewhere. */
final class FormPage {

  private static final Text REQUIRED =
      new Text("Câu có dấu * cần được trả lời.", "Questions with a * need an answer.");
  private static final Text SEND = new Text("Gửi", "Send");
  private static final Text WRONG =
      new Text("Có câu cần xem lại", "Some answers need another look");
  private static final Text THANKS =
      new Text(
          "Cảm ơn bạn. Chúng tôi đã nhận được câu trả lời.",
          "Thank you. We have received your answers.");
  private static final Text CLOSED =
      new Text(
          "Phiếu này đã đóng và không nhận câu trả lời nữa. Nếu cần, hãy liên hệ trực tiếp với"
              + " cửa hàng.",
          "This form is closed and takes no more answers. If you need something, please get in"
              + " touch with the business.");
  private static final Text PRIVACY =
      new Text("Câu trả lời chỉ gửi đến %s.", "Your answers go to %s and nobody else.");

  private final String language;
  private final String token;

  FormPage(String language, String token) {
    this.language = language;
    this.token = token;
  }

  /**
   * @param written what was answered before, where something in it does not fit
   */
  String open(Form form, UUID sheet, Map<String, String> written, List<Problem> problems) {
    var survey = form.survey();
    var html = new StringBuilder();
    head(html, form.workspace(), survey.title());
    paragraph(html, "intro", survey.intro());
    var questions = FormJson.asked(form);
    errors(html, questions, problems);
    if (questions.stream().anyMatch(Question::required)) {
      html.append("<p class=\"hint\">").append(escaped(REQUIRED)).append("</p>");
    }
    html.append("<form method=\"post\" action=\"/f/%s?lang=%s\">".formatted(token, language));
    html.append("<input type=\"hidden\" name=\"sheet\" value=\"%s\">".formatted(sheet));
    // people do not see it and leave it empty; programs fill in all that there is
    html.append(
        "<div class=\"away\" aria-hidden=\"true\"><label>Website <input name=\"website\""
            + " tabindex=\"-1\" autocomplete=\"off\"></label></div>");
    for (Question question : questions) {
      var problem =
          problems.stream().filter(p -> p.field().equals(question.key())).findFirst().orElse(null);
      question(html, question, written.getOrDefault(question.key(), ""), problem);
    }
    html.append("<button>").append(escaped(SEND)).append("</button></form><p class=\"hint\">");
    html.append(escape(PRIVACY.in(language).formatted(form.workspace()))).append("</p>");
    return html.append("</main></body></html>").toString();
  }

  String thanks(Form form) {
    var html = new StringBuilder();
    head(html, form.workspace(), form.survey().title());
    var thanks = form.survey().thanks();
    paragraph(html, "result", thanks == null ? THANKS : thanks);
    return html.append("</main></body></html>").toString();
  }

  String closed(Form form) {
    var html = new StringBuilder();
    head(html, form.workspace(), form.survey().title());
    paragraph(html, "result", CLOSED);
    return html.append("</main></body></html>").toString();
  }

  String message(Text title, Text text) {
    var html = new StringBuilder();
    head(html, "Quen", title);
    paragraph(html, "result", text);
    return html.append("</main></body></html>").toString();
  }

  private void head(StringBuilder html, String workspace, Text title) {
    boolean vietnamese = language.equals("vi");
    html.append("<!doctype html><html lang=\"").append(language).append("\"><head>");
    html.append("<meta charset=\"utf-8\"><meta name=\"viewport\"");
    html.append(" content=\"width=device-width, initial-scale=1\">");
    html.append("<meta name=\"robots\" content=\"noindex\"><title>").append(escaped(title));
    html.append(" · ").append(escape(workspace)).append("</title><style>").append(FormStyle.CSS);
    html.append("</style></head><body><main><header><p class=\"who\">").append(escape(workspace));
    html.append("</p><a class=\"lang\" href=\"/f/").append(token).append("?lang=");
    html.append(vietnamese ? "en\" lang=\"en\">English" : "vi\" lang=\"vi\">Tiếng Việt");
    html.append("</a></header><h1>").append(escaped(title)).append("</h1>");
  }

  private void paragraph(StringBuilder html, String name, @Nullable Text text) {
    if (text != null) {
      html.append("<p class=\"").append(name).append("\">").append(escaped(text)).append("</p>");
    }
  }

  private void errors(StringBuilder html, List<Question> questions, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    html.append("<div class=\"errors\" role=\"alert\"><h2>").append(escaped(WRONG));
    html.append("</h2><ul>");
    for (Problem problem : problems) {
      var label =
          questions.stream()
              .filter(question -> question.key().equals(problem.field()))
              .map(question -> question.label().in(language) + ": ")
              .findFirst()
              .orElse("");
      html.append("<li><a href=\"#").append(escape(problem.field())).append("\">");
      html.append(escape(label)).append(escaped(problem.message())).append("</a></li>");
    }
    html.append("</ul></div>");
  }

  private void question(
      StringBuilder html, Question question, String written, @Nullable Problem problem) {
    switch (question.type()) {
      case "nps" -> scale(html, question, written, problem, 0, 10, FormStyle.NPS_ENDS);
      case "rating" -> scale(html, question, written, problem, 1, 5, FormStyle.RATING_ENDS);
      case "csat" -> {
        begin(html, question, problem);
        for (int i = 5; i >= 1; i--) {
          radio(html, question, Integer.toString(i), FormStyle.CSAT.get(i - 1), written);
        }
        html.append("</div></fieldset>");
      }
      case "choice" -> {
        begin(html, question, problem);
        question
            .choices()
            .forEach(choice -> radio(html, question, choice.value(), choice.label(), written));
        html.append("</div></fieldset>");
      }
      default -> input(html, question, written, problem);
    }
  }

  private void begin(StringBuilder html, Question question, @Nullable Problem problem) {
    html.append("<fieldset id=\"").append(question.key()).append('"');
    html.append(describedBy(question, problem)).append("><legend>").append(label(question));
    html.append("</legend>").append(error(question, problem)).append("<div class=\"choices\">");
  }

  private void scale(
      StringBuilder html,
      Question question,
      String written,
      @Nullable Problem problem,
      int min,
      int max,
      List<Text> ends) {
    begin(html, question, problem);
    html.setLength(html.length() - "<div class=\"choices\">".length());
    html.append(max == 10 ? "<div class=\"scale ten\">" : "<div class=\"scale\">");
    for (int i = min; i <= max; i++) {
      var number = Integer.toString(i);
      var shown = question.type().equals("rating") ? number + " ★" : number;
      radio(html, question, number, new Text(shown, shown), written);
    }
    html.append("</div><p class=\"ends\"><span>").append(min).append(" = ");
    html.append(escaped(ends.get(0))).append("</span><span>").append(max).append(" = ");
    html.append(escaped(ends.get(1))).append("</span></p></fieldset>");
  }

  private void radio(
      StringBuilder html, Question question, String value, Text label, String written) {
    html.append("<label><input type=\"radio\" name=\"a.").append(question.key());
    html.append("\" value=\"").append(escape(value)).append('"');
    html.append(value.equals(written) ? " checked" : "");
    html.append(question.required() ? " required" : "").append("><span>");
    html.append(escaped(label)).append("</span></label>");
  }

  private void input(
      StringBuilder html, Question question, String written, @Nullable Problem problem) {
    var key = question.key();
    html.append("<div class=\"question\"><label for=\"").append(key).append("\">");
    html.append(label(question)).append("</label>").append(error(question, problem));
    var common =
        "id=\"%s\" name=\"a.%s\"%s%s"
            .formatted(
                key, key, question.required() ? " required" : "", describedBy(question, problem));
    if (question.type().equals("text")) {
      html.append("<textarea rows=\"4\" maxlength=\"4000\" ").append(common).append('>');
      html.append(escape(written)).append("</textarea></div>");
      return;
    }
    var kind =
        switch (question.type()) {
          case "phone" -> "type=\"tel\" autocomplete=\"tel\"";
          case "email" -> "type=\"email\" autocomplete=\"email\"";
          default -> "type=\"text\" autocomplete=\"name\"";
        };
    html.append("<input ").append(kind).append(" maxlength=\"200\" ").append(common);
    html.append(" value=\"").append(escape(written)).append("\"></div>");
  }

  private String label(Question question) {
    return escaped(question.label())
        + (question.required() ? " <span class=\"needed\" aria-hidden=\"true\">*</span>" : "");
  }

  private static String describedBy(Question question, @Nullable Problem problem) {
    return problem == null
        ? ""
        : " aria-invalid=\"true\" aria-describedby=\"error-" + question.key() + "\"";
  }

  private String error(Question question, @Nullable Problem problem) {
    return problem == null
        ? ""
        : "<p class=\"error\" id=\"error-%s\">%s</p>"
            .formatted(question.key(), escaped(problem.message()));
  }

  private String escaped(Text text) {
    return escape(text.in(language));
  }

  static String escape(String text) {
    var html = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(c);
      }
    }
    return html.toString();
  }
}
