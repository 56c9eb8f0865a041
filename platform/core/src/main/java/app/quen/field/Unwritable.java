package app.quen.field;

import app.quen.access.Sight;
import app.quen.text.Text;
import java.util.Collection;
import java.util.List;

/** What somebody wants to write and may not, as problems of one record among many. */
public final class Unwritable {

  private Unwritable() {}

  /**
   * @param keys of what is asked to be written, whether or not it would change anything: whether it
   *     would, tells what is there
   */
  public static List<Problem> among(Collection<String> keys, Sight sight) {
    if (sight.whole()) {
      return List.of();
    }
    return keys.stream()
        .filter(key -> !sight.mayName(key))
        .map(
            key ->
                new Problem(
                    key,
                    "not-writable",
                    new Text(
                        "Vai trò của bạn không được sửa “"
                            + key
                            + "”. Hãy nhờ người quản trị cấp quyền.",
                        "Your role may not write “" + key + "”. Ask an administrator for it.")))
        .toList();
  }
}
