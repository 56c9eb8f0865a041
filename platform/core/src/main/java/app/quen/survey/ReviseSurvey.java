package app.quen.survey;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.survey.internal.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Changes a form, or closes it. */
@ApplicationScoped
public class ReviseSurvey {

  @Inject Surveys surveys;

  /**
   * @param patch a merge patch (RFC 7396); questions are replaced as a whole
   * @throws SurveyConflict if it is not at that version any more
   * @throws NoSuchSurvey if there is none
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("survey:manage")
  @InTransaction
  public Survey revise(UUID id, JsonObject patch, int expectedVersion) {
    return surveys.revise(id, patch, expectedVersion);
  }
}
