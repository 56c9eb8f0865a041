package app.quen.survey;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.survey.internal.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The forms of the workspace. */
@ApplicationScoped
public class ListSurveys {

  @Inject Surveys surveys;

  /** The newest first, at most 200. */
  @Permitted("survey:read")
  @InTransaction
  public List<Survey> list() {
    return surveys.list();
  }
}
