package app.quen.survey;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.survey.internal.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;

/** Makes a form. */
@ApplicationScoped
public class MakeSurvey {

  @Inject Surveys surveys;

  /**
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("survey:manage")
  @InTransaction
  public Survey make(JsonObject written) {
    return surveys.make(written);
  }
}
