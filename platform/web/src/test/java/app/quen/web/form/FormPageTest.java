package app.quen.web.form;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Actor;
import app.quen.field.Field.Choice;
import app.quen.field.Problem;
import app.quen.survey.Form;
import app.quen.survey.Survey;
import app.quen.survey.Survey.Question;
import app.quen.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FormPageTest {

  private static final UUID SHEET = UUID.fromString("0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11");

  private static Form form(boolean personal, Question... questions) {
    var survey =
        new Survey(
            SHEET,
            1,
            "survey",
            new Text("Sau khi giao hàng <b>", "After delivery"),
            null,
            null,
            List.of(questions),
            true,
            Instant.EPOCH,
            Actor.SYSTEM,
            Instant.EPOCH,
            Actor.SYSTEM);
    return new Form("Tiệm \"Sen\"", survey, personal, Form.State.OPEN, SHEET);
  }

  private static Question question(String key, String type, boolean required) {
    var choices =
        type.equals("choice")
            ? List.of(new Choice("Quận 1 & 3", new Text("Quận 1 & 3", "District 1 & 3")))
            : List.<Choice>of();
    return new Question(key, type, new Text("Câu " + key, "Question " + key), required, choices);
  }

  private static String open(String language, Form form) {
    return new FormPage(language, "abc").open(form, SHEET, Map.of(), List.of());
  }

  @Test
  void whatPeopleWroteIsNeverMarkup() {
    var html =
        new FormPage("vi", "abc")
            .open(
                form(true, question("why", "text", false)),
                SHEET,
                Map.of("why", "</textarea><script>alert('x')</script>"),
                List.of());
    assertThat(html).contains("Sau khi giao hàng &lt;b&gt;").contains("Tiệm &quot;Sen&quot;");
    assertThat(html).doesNotContain("<script").contains("&lt;/textarea&gt;");
  }

  @Test
  void aPageSpeaksOneLanguageAndOffersTheOther() {
    var form = form(true, question("again", "nps", true));
    assertThat(open("vi", form))
        .contains("<html lang=\"vi\">")
        .contains("Câu again")
        .contains("?lang=en");
    assertThat(open("en", form))
        .contains("<html lang=\"en\">")
        .contains("Question again")
        .contains("?lang=vi");
  }

  @Test
  void everyInputHasAName() {
    var html =
        open(
            "vi",
            form(
                false,
                question("a", "nps", true),
                question("b", "csat", false),
                question("c", "choice", false),
                question("d", "text", false),
                question("e", "phone", true)));
    assertThat(html.split("name=\"a.a\"", -1)).hasSize(12);
    assertThat(html.split("name=\"a.b\"", -1)).hasSize(6);
    assertThat(html).contains("value=\"Quận 1 &amp; 3\"").contains("<legend>Câu a ");
    assertThat(html).contains("<label for=\"d\">Câu d</label>").contains("id=\"d\"");
    assertThat(html).contains("type=\"tel\" autocomplete=\"tel\"");
  }

  @Test
  void whoIsKnownIsNotAsked() {
    var html = open("vi", form(true, question("a", "nps", true), question("e", "phone", true)));
    assertThat(html).doesNotContain("name=\"a.e\"");
  }

  @Test
  void aWrongAnswerIsNamedAtTheTopAndAtItsPlaceAndNothingIsLost() {
    var problem = new Problem("e", "malformed", new Text("Số này thiếu chữ số.", "Too short."));
    var html =
        new FormPage("vi", "abc")
            .open(
                form(false, question("a", "nps", true), question("e", "phone", true)),
                SHEET,
                Map.of("a", "7", "e", "09"),
                List.of(problem));
    assertThat(html).contains("role=\"alert\"").contains("<a href=\"#e\">");
    assertThat(html).contains("aria-invalid=\"true\" aria-describedby=\"error-e\"");
    assertThat(html).contains("value=\"7\" checked").contains("value=\"09\"");
  }
}
