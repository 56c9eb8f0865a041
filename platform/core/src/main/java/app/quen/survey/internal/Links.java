package app.quen.survey.internal;

import app.quen.customer.CustomerId;
import app.quen.customer.CustomersInSight;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.publiclink.PublicLink;
import app.quen.publiclink.PublicLinks;
import app.quen.survey.LinkSurvey.Link;
import app.quen.survey.NoSuchSurvey;
import app.quen.survey.Survey;
import app.quen.tenant.Tenants;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links to forms, and what they lead to. */
@ApplicationScoped
public class Links {

  private static final String PURPOSE = "survey";
  private static final Duration PERSONAL_HOLDS = Duration.ofDays(90);

  @Inject CustomersInSight customers;
  @Inject Surveys surveys;
  @Inject Tenants tenants;
  @Inject PublicLinks links;

  /**
   * What a token leads to.
   *
   * @param customer null: anybody may answer
   */
  record Target(PublicLink link, UUID survey, @Nullable UUID customer) {}

  public Link link(UUID survey, @Nullable CustomerId customer) {
    Survey asked = surveys.show(survey);
    if (customer == null) {
      requireContact(asked);
    } else {
      requireCustomer(customer);
    }
    Instant expires =
        customer == null
            ? null
            : Instant.now().plus(PERSONAL_HOLDS).truncatedTo(ChronoUnit.SECONDS);
    String data = customer == null ? survey.toString() : survey + " " + customer;
    var issued = links.issue(tenants.current().id(), PURPOSE, data, expires);
    return new Link(issued.token(), expires);
  }

  private void requireCustomer(CustomerId customer) {
    if (customers.among(List.of(customer.value())).isEmpty()) {
      throw invalid(
          "customerId",
          "unknown",
          "Không có khách hàng này trong không gian làm việc.",
          "There is no such customer in this workspace.");
    }
  }

  private static void requireContact(Survey survey) {
    boolean asked =
        survey.questions().stream()
            .anyMatch(q -> q.required() && (q.type().equals("phone") || q.type().equals("email")));
    if (!asked) {
      throw invalid(
          "customerId",
          "nobody-known",
          "Liên kết chung cần một câu hỏi bắt buộc về số điện thoại hoặc e-mail để biết ai trả lời."
              + " Hãy thêm câu hỏi đó, hoặc tạo liên kết riêng cho từng khách.",
          "A link for anybody needs a required question for the phone number or e-mail address, to"
              + " tell who answers. Add one, or make a link for one customer.");
    }
  }

  /**
   * @throws NoSuchSurvey if no link has the token
   */
  Target target(String token) {
    PublicLink link =
        links.find(PURPOSE, token).orElseThrow(() -> new NoSuchSurvey("by this token"));
    String[] ids = link.data().split(" ");
    return new Target(
        link, UUID.fromString(ids[0]), ids.length > 1 ? UUID.fromString(ids[1]) : null);
  }

  private static Invalid invalid(String field, String code, String vi, String en) {
    return new Invalid(List.of(new Problem(field, code, new Text(vi, en))));
  }
}
