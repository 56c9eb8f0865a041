package app.quen.survey;

/** The form takes no answer: it is closed, or was answered before. */
public class FormUnavailable extends RuntimeException {

  private final Form.State state;

  public FormUnavailable(Form.State state) {
    super("the form is " + state);
    this.state = state;
  }

  public Form.State state() {
    return state;
  }
}
