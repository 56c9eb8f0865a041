package app.quen.manifest;

import java.util.List;
import java.util.stream.Collectors;

/** The manifest cannot be used; says everything that is wrong with it at once. */
public class InvalidManifest extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient List<ManifestProblem> problems;

  InvalidManifest(List<ManifestProblem> problems) {
    super(
        Manifest.FILE
            + ": "
            + problems.stream().map(ManifestProblem::toString).collect(Collectors.joining("; ")));
    this.problems = List.copyOf(problems);
  }

  public List<ManifestProblem> problems() {
    return problems;
  }
}
