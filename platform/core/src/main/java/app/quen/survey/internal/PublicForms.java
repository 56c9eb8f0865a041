package app.quen.survey.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.WithoutSight;
import app.quen.customer.Source;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.feedback.ReceiveFeedback;
import app.quen.limit.Limits;
import app.quen.survey.Form;
import app.quen.survey.Form.State;
import app.quen.survey.FormUnavailable;
import app.quen.survey.NoSuchSurvey;
import app.quen.survey.Survey;
import app.quen.survey.Survey.Question;
import app.quen.survey.internal.Links.Target;
import app.quen.tenant.Tenants;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Forms in front of people without an account. */
@WithoutSight(
    because =
        "nobody of the workspace acts: it takes the answer of who has the link, and shows "
            + "no record")
@ApplicationScoped
public class PublicForms {

  /** What somebody who fills in a form can bring about, and no more. */
  private static final Set<String> MAY =
      Set.of("customer:read", "customer:create", "feedback:create");

  private static final int LONGEST_BODY = 20_000;

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject Limits limits;
  @Inject Links links;
  @Inject Surveys surveys;
  @Inject Respondents respondents;
  @Inject ReceiveFeedback receiveFeedback;

  public Form show(String token, String address) {
    limits.count("form.view", address);
    Target target = links.target(token);
    return inside(target, (survey, state) -> form(target, survey, state));
  }

  public Form answer(String token, UUID sheet, JsonObject answers, String address) {
    limits.count("form.answer", address);
    Target target = links.target(token);
    limits.count("form.link", target.link().id().toString());
    return inside(
        target,
        (survey, state) -> {
          if (state != State.OPEN) {
            throw new FormUnavailable(state);
          }
          take(target, survey, sheet, answers);
          return form(target, survey, State.ANSWERED);
        });
  }

  private Form form(Target target, Survey survey, State state) {
    return new Form(
        tenants.current().name(),
        survey,
        target.customer() != null,
        state,
        UuidCreator.getTimeOrderedEpoch());
  }

  /** In the tenant of the link, as the form itself, in one transaction. */
  private Form inside(Target target, BiFunction<Survey, State, Form> act) {
    return tenants.callAs(
        target.link().tenant(),
        () ->
            work.transact(
                () -> {
                  Survey survey =
                      surveys
                          .find(target.survey())
                          .orElseThrow(() -> new NoSuchSurvey(target.survey().toString()));
                  var actor = new Actor(Actor.Kind.SYSTEM, null, name(survey));
                  return access.callAs(actor, MAY, () -> act.apply(survey, state(target, survey)));
                }));
  }

  private static String name(Survey survey) {
    String name = "Phiếu “" + survey.title().vi();
    return (name.length() > 198 ? name.substring(0, 198) : name) + "”";
  }

  private State state(Target target, Survey survey) {
    if (target.customer() != null && isTaken(target.link().id())) {
      return State.ANSWERED;
    }
    boolean gone =
        !survey.active()
            || target.link().expired(Instant.now())
            || target.customer() != null && !respondents.exists(target.customer());
    return gone ? State.CLOSED : State.OPEN;
  }

  private boolean isTaken(UUID answerKey) {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM feedback WHERE answer_key = ?)")
        .bind(0, answerKey)
        .mapTo(Boolean.class)
        .one();
  }

  private void take(Target target, Survey survey, UUID sheet, JsonObject answers) {
    boolean personal = target.customer() != null;
    // a sheet that is sent twice, by a double click or a reload, is one answer
    UUID key = personal ? target.link().id() : sheet;
    Map<Question, JsonValue> read = AnswerRules.read(survey, personal, answers);
    if (!personal && isTaken(key)) {
      throw new FormUnavailable(State.ANSWERED);
    }
    Source source = new Source("form", survey.id().toString(), survey.title().vi());
    UUID customer = personal ? target.customer() : respondents.of(read, source);
    UUID feedback = receiveFeedback.receive(feedback(survey, customer, read), source).id();
    try {
      PlainSql.execute(
          work.sql(), "UPDATE feedback SET answer_key = ? WHERE id = ?", List.of(key, feedback));
    } catch (UnableToExecuteStatementException e) {
      if (String.valueOf(e.getMessage()).contains("feedback_answer")) {
        throw new FormUnavailable(State.ANSWERED); // two were sent at once
      }
      throw e;
    }
  }

  private static JsonObject feedback(
      Survey survey, UUID customer, Map<Question, JsonValue> answers) {
    JsonObjectBuilder said = JSON.createObjectBuilder();
    JsonObjectBuilder json =
        JSON.createObjectBuilder()
            .add("customerId", customer.toString())
            .add("surveyId", survey.id().toString())
            .add("kind", survey.kind())
            .add("channel", "web")
            .add("subject", survey.title().vi());
    answers.forEach(
        (question, answer) -> {
          if (question.isContact()) {
            return; // it is the customer's, not the feedback's
          }
          said.add(
              question.key(),
              JSON.createObjectBuilder()
                  .add("type", question.type())
                  .add("label", SurveyShape.text(question.label()))
                  .add("value", answer));
        });
    for (String score : List.of("nps", "csat", "rating")) {
      answers.entrySet().stream()
          .filter(answer -> answer.getKey().type().equals(score))
          .findFirst()
          .ifPresent(answer -> json.add(score, ((JsonNumber) answer.getValue()).intValue()));
    }
    String body =
        answers.entrySet().stream()
            .filter(answer -> answer.getKey().type().equals("text"))
            .map(answer -> ((JsonString) answer.getValue()).getString())
            .collect(Collectors.joining("\n\n"));
    if (!body.isEmpty()) {
      json.add("body", body.length() > LONGEST_BODY ? body.substring(0, LONGEST_BODY) : body);
    }
    return json.add("answers", said).build();
  }
}
