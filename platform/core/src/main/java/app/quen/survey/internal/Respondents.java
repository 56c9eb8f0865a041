package app.quen.survey.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.MatchCustomers;
import app.quen.customer.RegisterCustomer;
import app.quen.customer.ShowCustomer;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.survey.Survey.Question;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who fills in a form. A customer who is known stays as it is, whatever the form says of it. */
@WithoutSight(
    because =
        "nobody of the workspace acts: it finds who answers a form, and shows nothing of " + "them")
@ApplicationScoped
class Respondents {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject MatchCustomers matchCustomers;
  @Inject ShowCustomer showCustomer;
  @Inject RegisterCustomer registerCustomer;

  boolean exists(UUID customer) {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM customer WHERE id = ?)")
        .bind(0, customer)
        .mapTo(Boolean.class)
        .one();
  }

  /** The customer with this phone number or e-mail address, or a new one. */
  UUID of(Map<Question, JsonValue> answers, Source source) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    answers.forEach(
        (question, answer) -> {
          String said = answer instanceof JsonString text ? text.getString() : "";
          switch (question.type()) {
            case "name" -> json.add("name", said);
            case "phone" -> json.add("phones", JSON.createArrayBuilder().add(said));
            case "email" -> json.add("emails", JSON.createArrayBuilder().add(said));
            default -> {}
          }
        });
    CustomerDraft draft = CustomerDraft.read(json.build());
    try {
      List<CustomerId> known =
          matchCustomers.match(List.of(draft), Set.of("phone", "email")).get(0).customers();
      return known.isEmpty()
          ? registerCustomer.register(draft, source).id().value()
          : living(known).value();
    } catch (Invalid e) {
      throw new Invalid(e.problems().stream().map(problem -> asked(problem, answers)).toList());
    }
  }

  /** One that is not archived, where there is one. */
  private CustomerId living(List<CustomerId> known) {
    return known.stream()
        .filter(id -> showCustomer.show(id).archivedAt() == null)
        .findFirst()
        .orElse(known.get(0));
  }

  /** What is wrong with the customer, said of the question that asked for it. */
  private static Problem asked(Problem problem, Map<Question, JsonValue> answers) {
    String type =
        problem.field().startsWith("phones")
            ? "phone"
            : problem.field().startsWith("emails") ? "email" : "name";
    return answers.keySet().stream()
        .filter(question -> question.type().equals(type))
        .findFirst()
        .map(question -> new Problem(question.key(), problem.code(), problem.message()))
        .orElse(problem);
  }
}
