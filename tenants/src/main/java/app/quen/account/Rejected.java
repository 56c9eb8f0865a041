package app.quen.account;

import java.util.List;

/** The input cannot be taken; says each field and why. Nothing was changed. */
public class Rejected extends RuntimeException {

  private final List<Problem> problems;

  public Rejected(List<Problem> problems) {
    super(problems.toString());
    this.problems = List.copyOf(problems);
  }

  public Rejected(String field, String code, String vi, String en) {
    this(List.of(new Problem(field, code, vi, en)));
  }

  public List<Problem> problems() {
    return problems;
  }
}
