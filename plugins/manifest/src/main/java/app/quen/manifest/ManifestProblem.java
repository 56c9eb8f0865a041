package app.quen.manifest;

/**
 * Something wrong in a manifest.
 *
 * @param line counted from 1
 * @param path where in the document, e.g. {@code fields[3].choices[0].value}; empty for the whole
 * @param message what is wrong and what to do
 */
public record ManifestProblem(int line, String path, String message) {

  @Override
  public String toString() {
    return "line " + line + (path.isEmpty() ? "" : ", " + path) + ": " + message;
  }
}
