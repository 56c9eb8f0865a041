package app.quen.field;

import java.util.List;

/** The input does not fit; says each field and why. Nothing was changed. */
public class Invalid extends RuntimeException {

  private final List<Problem> problems;

  public Invalid(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
