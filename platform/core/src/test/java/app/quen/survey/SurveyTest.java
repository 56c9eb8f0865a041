package app.quen.survey;

import static app.quen.record.RecordWorld.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.quen.access.Actor;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.feedback.ListFeedback;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.limit.TooManyAttempts;
import app.quen.record.RecordPage;
import app.quen.record.RecordQuery;
import app.quen.record.RecordWorld;
import app.quen.source.SourceKind;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedDatabase.class)
class SurveyTest {

  private static final String AFTER_DELIVERY =
      """
      {'title': {'vi': 'Sau khi giao hàng', 'en': 'After delivery'},
       'questions': [
         {'key': 'again', 'type': 'nps', 'label': 'Bạn có giới thiệu chúng tôi không?',
          'required': true},
         {'type': 'csat', 'label': 'Bạn hài lòng không?'},
         {'key': 'why', 'type': 'text', 'label': 'Vì sao?'},
         {'key': 'phone', 'type': 'phone', 'label': 'Số điện thoại', 'required': true},
         {'key': 'who', 'type': 'name', 'label': 'Tên bạn'}]}
      """;

  static final RecordWorld world = new RecordWorld();

  @AfterAll
  static void close() {
    world.close();
  }

  static Survey make(String survey) {
    return world.here(() -> world.bean(MakeSurvey.class).make(json(survey)));
  }

  static String personal(Survey survey, CustomerId customer) {
    return world
        .<LinkSurvey.Link>here(() -> world.bean(LinkSurvey.class).link(survey.id(), customer))
        .token();
  }

  static String open(Survey survey) {
    return world
        .<LinkSurvey.Link>here(() -> world.bean(LinkSurvey.class).link(survey.id(), null))
        .token();
  }

  static Form show(String token) {
    return world.bean(ShowForm.class).show(token, "192.0.2.1");
  }

  static Form answer(String token, UUID sheet, String answers) {
    return world
        .bean(AnswerForm.class)
        .answer(token, sheet, json(answers), UUID.randomUUID().toString());
  }

  static Form answer(String token, String answers) {
    return answer(token, show(token).sheet(), answers);
  }

  static List<JsonObject> feedback(Survey survey) {
    var query = RecordQuery.read(List.of("surveyId:eq:" + survey.id()), null, false);
    return world
        .<RecordPage>here(() -> world.bean(ListFeedback.class).list(query, null, 50))
        .items()
        .stream()
        .map(record -> record.json())
        .toList();
  }

  static List<String> problems(Runnable work) {
    return catchThrowableOfType(Invalid.class, work::run).problems().stream()
        .map(Problem::field)
        .toList();
  }

  @Test
  void aPersonalLinkTakesOneAnswerOfItsCustomer() {
    CustomerId hoa = world.customer("Trần Thị Hoa");
    Survey survey = make(AFTER_DELIVERY);
    String token = personal(survey, hoa);
    Form form = show(token);
    assertThat(form.state()).isEqualTo(Form.State.OPEN);
    assertThat(form.personal()).isTrue();

    answer(token, "{'again': 9, 'q1': '5', 'why': 'Giao nhanh', 'phone': 'là gì cũng được'}");

    JsonObject said = feedback(survey).get(0);
    assertThat(said.getString("sourceId")).isEqualTo(SourceKind.FORM.standard().toString());
    assertThat(said.getString("customerId")).isEqualTo(hoa.toString());
    assertThat(said.getInt("nps")).isEqualTo(9);
    assertThat(said.getInt("csat")).isEqualTo(5);
    assertThat(said.getString("body")).isEqualTo("Giao nhanh");
    assertThat(said.getJsonObject("answers").keySet()).containsExactly("again", "q1", "why");
    assertThat(said.getJsonObject("createdBy").getString("kind")).isEqualTo("system");
    assertThat(show(token).state()).isEqualTo(Form.State.ANSWERED);
    assertThat(
            catchThrowableOfType(FormUnavailable.class, () -> answer(token, "{'again': 1}"))
                .state())
        .isEqualTo(Form.State.ANSWERED);
    assertThat(feedback(survey)).hasSize(1);
  }

  @Test
  void ofTwoAnswersAtOnceByOneLinkOneIsTaken() throws Exception {
    Survey survey = make(AFTER_DELIVERY);
    String token = personal(survey, world.customer("Hoa"));
    UUID sheet = show(token).sheet();
    Callable<Boolean> send =
        () -> {
          try {
            answer(token, sheet, "{'again': 10}");
            return true;
          } catch (FormUnavailable e) {
            return false;
          }
        };
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Future<Boolean>> sent = threads.invokeAll(List.of(send, send, send, send));
      int taken = 0;
      for (Future<Boolean> one : sent) {
        taken += one.get() ? 1 : 0;
      }
      assertThat(taken).isEqualTo(1);
    }
    assertThat(feedback(survey)).hasSize(1);
  }

  @Test
  void aLinkForAnybodyFindsTheCustomerByTheNumberThatIsWritten() {
    var draft = CustomerDraft.read(json("{'name': 'Lê Văn Tám', 'phones': ['0164 123 4567']}"));
    CustomerView tam =
        world.here(() -> world.bean(RegisterCustomer.class).register(draft, Source.FORM));
    Survey survey = make(AFTER_DELIVERY);
    String token = open(survey);

    answer(token, "{'again': 3, 'phone': '034.123.4567', 'who': 'Ai đó khác'}");
    answer(token, "{'again': 10, 'phone': '0912 345 678', 'who': 'Nguyễn Mới'}");

    assertThat(feedback(survey))
        .extracting(one -> one.getString("customerName"))
        .containsExactly("Nguyễn Mới", "Lê Văn Tám");
    CustomerView afterwards = world.here(() -> world.bean(ShowCustomer.class).show(tam.id()));
    assertThat(afterwards.version()).isEqualTo(tam.version());
    assertThat(afterwards.name()).isEqualTo("Lê Văn Tám");
    assertThat(afterwards.phones()).isEqualTo(tam.phones());
    String fresh = feedback(survey).get(0).getString("customerId");
    CustomerView made = world.here(() -> world.bean(ShowCustomer.class).show(CustomerId.of(fresh)));
    assertThat(made.stage()).isEqualTo("lead");
    assertThat(made.createdBy().kind()).isEqualTo(Actor.Kind.SYSTEM);
  }

  @Test
  void aSheetThatIsSentTwiceIsOneAnswer() {
    Survey survey = make(AFTER_DELIVERY);
    String token = open(survey);
    UUID sheet = show(token).sheet();
    answer(token, sheet, "{'again': 8, 'phone': '0987654321'}");
    assertThatThrownBy(() -> answer(token, sheet, "{'again': 8, 'phone': '0987654321'}"))
        .isInstanceOf(FormUnavailable.class);
    answer(token, "{'again': 2, 'phone': '0987654321'}");
    assertThat(feedback(survey)).hasSize(2);
  }

  @Test
  void allAnswersThatDoNotFitAreNamed() {
    Survey survey = make(AFTER_DELIVERY);
    String token = open(survey);
    assertThat(problems(() -> answer(token, "{'again': 11, 'q1': 0}")))
        .containsExactly("again", "q1", "phone");
    assertThat(problems(() -> answer(token, "{'again': 1, 'phone': 'abc'}")))
        .containsExactly("phone");
    assertThat(feedback(survey)).isEmpty();
  }

  @Test
  void aClosedFormSaysSo() {
    Survey survey = make(AFTER_DELIVERY);
    String token = open(survey);
    Survey closed =
        world.here(
            () -> world.bean(ReviseSurvey.class).revise(survey.id(), json("{'active': false}"), 1));
    assertThat(closed.version()).isEqualTo(2);
    assertThat(show(token).state()).isEqualTo(Form.State.CLOSED);
    assertThat(
            catchThrowableOfType(FormUnavailable.class, () -> answer(token, "{'again': 1}"))
                .state())
        .isEqualTo(Form.State.CLOSED);
  }

  @Test
  void anUnknownTokenOpensNothing() {
    assertThatThrownBy(() -> show("x")).isInstanceOf(NoSuchSurvey.class);
    assertThatThrownBy(() -> show("abcdefghijkmnpqrstuvwxyz")).isInstanceOf(NoSuchSurvey.class);
  }

  @Test
  void aFloodFromOneAddressIsStopped() {
    String token = open(make(AFTER_DELIVERY));
    UUID sheet = UUID.randomUUID();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100; i++) {
                try {
                  world.bean(AnswerForm.class).answer(token, sheet, json("{}"), "192.0.2.7");
                } catch (Invalid e) {
                  // nothing was answered
                }
              }
            })
        .isInstanceOf(TooManyAttempts.class);
  }

  @Test
  void anotherTenantHasNoneOfIt() {
    Survey survey = make(AFTER_DELIVERY);
    answer(open(survey), "{'again': 8, 'phone': '0911222333'}");
    var foreign = world.world.b();
    assertThatThrownBy(
            () -> world.as(foreign, () -> world.bean(ShowSurvey.class).show(survey.id())))
        .isInstanceOf(NoSuchSurvey.class);
    assertThatThrownBy(
            () -> world.as(foreign, () -> world.bean(LinkSurvey.class).link(survey.id(), null)))
        .isInstanceOf(NoSuchSurvey.class);
    assertThat(world.<List<Survey>>as(foreign, () -> world.bean(ListSurveys.class).list()))
        .isEmpty();
  }

  @Test
  void aLinkForAnybodyNeedsAQuestionThatTellsWhoAnswers() {
    Survey survey =
        make("{'title': 'A', 'questions': [{'type': 'nps', 'label': 'B', 'required': true}]}");
    assertThat(problems(() -> open(survey))).containsExactly("customerId");
    assertThat(problems(() -> personal(survey, new CustomerId(UUID.randomUUID()))))
        .containsExactly("customerId");
  }

  @Test
  void aFormForComplaintsOpensComplaints() {
    Survey survey =
        make(
            """
            {'kind': 'complaint', 'title': 'Góp ý, khiếu nại',
             'questions': [{'key': 'what', 'type': 'text', 'label': 'Chuyện gì?',
                            'required': true},
                           {'type': 'choice', 'label': 'Cửa hàng', 'choices': ['Quận 1', 'Huế']},
                           {'key': 'email', 'type': 'email', 'label': 'E-mail',
                            'required': true}]}
            """);
    answer(open(survey), "{'what': 'Giao sai màu', 'q1': 'Huế', 'email': 'An@Example.com'}");
    JsonObject complaint = feedback(survey).get(0);
    assertThat(complaint.getString("state")).isEqualTo("open");
    assertThat(complaint.getString("body")).isEqualTo("Giao sai màu");
    assertThat(complaint.getJsonObject("answers").getJsonObject("q1").getString("value"))
        .isEqualTo("Huế");
  }

  @Test
  void theResultsSayHowManyPromote() {
    Survey survey = make(AFTER_DELIVERY);
    for (int nps : new int[] {10, 9, 8, 3}) {
      String token = personal(survey, world.customer("Hoa"));
      answer(token, "{'again': %d, 'q1': 4}".formatted(nps));
    }
    SurveyResults results = world.here(() -> world.bean(ShowSurveyResults.class).show(survey.id()));
    assertThat(results.answers()).isEqualTo(4);
    assertThat(results.nps()).isEqualTo(new SurveyResults.Nps(25, 2, 1, 1));
    assertThat(results.csat()).isEqualTo(new SurveyResults.Average(4, 4.0, 4));
    assertThat(results.rating()).isNull();
  }

  @Test
  void theResultsSayHowOftenEachChoiceWasChosen() {
    Survey survey =
        make(
            """
            {'title': 'Đến từ đâu?', 'questions': [
              {'type': 'choice', 'label': 'Cửa hàng', 'choices': ['Quận 1', 'Huế', 'Hà Nội']}]}
            """);
    for (String where : List.of("Huế", "Quận 1", "Huế")) {
      answer(personal(survey, world.customer("Hoa")), "{'q1': '%s'}".formatted(where));
    }
    SurveyResults results = world.here(() -> world.bean(ShowSurveyResults.class).show(survey.id()));
    assertThat(results.chosen())
        .singleElement()
        .satisfies(
            chosen -> {
              assertThat(chosen.question()).isEqualTo("q1");
              assertThat(chosen.counts().toString()).isEqualTo("{Quận 1=1, Huế=2, Hà Nội=0}");
            });
  }

  @Test
  void aFormThatCannotWorkIsRefused() {
    assertThat(problems(() -> make("{'title': 'A', 'questions': []}")))
        .containsExactly("questions");
    assertThat(
            problems(
                () ->
                    make(
                        """
                        {'kind': 'rating', 'questions': [
                          {'key': 'A b', 'type': 'text', 'label': 'x'},
                          {'type': 'choice', 'label': {'vi': 'y'}, 'choices': ['một']},
                          {'type': 'magic'}], 'colour': 'red'}
                        """)))
        .containsExactlyInAnyOrder(
            "colour",
            "title",
            "questions[0].key",
            "questions[1].choices",
            "questions[2].type",
            "questions[2].label",
            "questions");
    Survey survey = make(AFTER_DELIVERY);
    assertThat(
            problems(
                () ->
                    world.here(
                        () ->
                            world
                                .bean(ReviseSurvey.class)
                                .revise(
                                    survey.id(),
                                    json(
                                        "{'questions': [{'key': 'again', 'type': 'csat', 'label':"
                                            + " 'x'}]}"),
                                    1))))
        .containsExactly("questions[0].type");
    assertThatThrownBy(
            () ->
                world.here(
                    () ->
                        world
                            .bean(ReviseSurvey.class)
                            .revise(survey.id(), json("{'title': 'B'}"), 7)))
        .isInstanceOf(SurveyConflict.class);
  }
}
