package app.quen.web.problem;

/** Ends a request with this problem. */
public class ProblemException extends RuntimeException {

  private final transient Problem problem;

  ProblemException(Problem problem) {
    super(problem.detail().en());
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
