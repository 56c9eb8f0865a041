package app.quen.survey;

/** No survey has this id, or no link this token. */
public class NoSuchSurvey extends RuntimeException {

  public NoSuchSurvey(String what) {
    super("no survey: " + what);
  }
}
