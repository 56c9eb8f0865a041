package app.quen.survey;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.database.InTransaction;
import app.quen.survey.internal.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a link to a form that can be sent. */
@ApplicationScoped
public class LinkSurvey {

  @Inject Links surveys;

  /**
   * @param token to be told once; only its hash is kept
   * @param expiresAt null: never
   */
  public record Link(String token, @Nullable Instant expiresAt) {}

  /**
   * @param customer for whom it is, who can answer once; null for anybody, who is then asked
   * @throws NoSuchSurvey if there is none
   * @throws app.quen.field.Invalid if there is no such customer, or nobody would know who answers
   */
  @Permitted("survey:send")
  @InTransaction
  public Link link(UUID survey, @Nullable CustomerId customer) {
    return surveys.link(survey, customer);
  }
}
