package app.quen.audit.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What entries are sought by: conditions that all hold, with their values. */
final class Where {

  private final StringJoiner conditions = new StringJoiner(" AND ");
  private final List<Object> values = new ArrayList<>();

  /** Nothing, where there is no value. */
  void add(String condition, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.add(value);
    }
  }

  void addIn(String column, Collection<String> any) {
    if (!any.isEmpty()) {
      conditions.add(
          column + " IN (" + String.join(",", Collections.nCopies(any.size(), "?")) + ")");
      values.addAll(any);
    }
  }

  /** As the facts name it in their changes, or reads in the list of what was shown. */
  void addField(@Nullable String key) {
    if (key != null) {
      conditions.add("(changes LIKE ? OR act = 'SensitiveRead' AND changes LIKE ?)");
      values.add("%\"field\":\"" + plain(key) + "\"%");
      values.add("%\"" + plain(key) + "\"%");
    }
  }

  /** Where {@code %} and {@code _} stand for themselves. */
  static String plain(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  String text() {
    return conditions.toString();
  }

  List<Object> values() {
    return values;
  }
}
