package app.quen.survey;

/** Somebody else changed the survey since the caller read it. Nothing was changed. */
public class SurveyConflict extends RuntimeException {

  private final transient Survey current;

  public SurveyConflict(Survey current) {
    super("survey " + current.id() + " is at version " + current.version());
    this.current = current;
  }

  public Survey current() {
    return current;
  }
}
