package app.quen.survey;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.survey.internal.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Shows a form to those who work with it. */
@ApplicationScoped
public class ShowSurvey {

  @Inject Surveys surveys;

  /**
   * @throws NoSuchSurvey if there is none
   */
  @Permitted("survey:read")
  @InTransaction
  public Survey show(UUID id) {
    return surveys.show(id);
  }
}
