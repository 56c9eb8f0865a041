package app.quen.survey;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.survey.internal.Results;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** What the answers to a form come to. */
@ApplicationScoped
public class ShowSurveyResults {

  @Inject Results surveys;

  /**
   * @throws NoSuchSurvey if there is none
   */
  @Permitted("survey:read")
  @InTransaction
  public SurveyResults show(UUID id) {
    return surveys.of(id);
  }
}
