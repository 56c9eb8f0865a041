package app.quen.customer.internal;

import app.quen.field.Problem;
import app.quen.text.Folding;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers all that is wrong with an input. */
final class Problems {

  private final List<Problem> all = new ArrayList<>();

  void add(Problem problem) {
    all.add(problem);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  List<Problem> all() {
    return List.copyOf(all);
  }

  @Nullable String text(String key, @Nullable String written, int max) {
    if (written == null) {
      return null;
    }
    String tidy = Folding.tidy(written);
    if (tidy.length() > max) {
      tooLong(key, max);
    }
    return tidy.isEmpty() ? null : tidy;
  }

  void tooLong(String key, int max) {
    all.add(
        new Problem(
            key,
            "too-long",
            new Text("Tối đa " + max + " ký tự.", "At most " + max + " characters.")));
  }

  void tooMany(String key, int count, int max) {
    if (count > max) {
      all.add(
          new Problem(
              key, "too-many", new Text("Tối đa " + max + " mục.", "At most " + max + ".")));
    }
  }
}
