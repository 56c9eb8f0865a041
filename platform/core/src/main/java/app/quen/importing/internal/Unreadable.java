package app.quen.importing.internal;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import java.util.List;

/** The file is not what it should be; says what it is and what to do. */
final class Unreadable {

  private Unreadable() {}

  static Invalid file(String code, String vi, String en) {
    return new Invalid(List.of(new Problem("file", code, new Text(vi, en))));
  }
}
