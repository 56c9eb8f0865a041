package app.quen.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What undoing means, said as plainly as possible: for each customer that a run touched, what it
 * was before and what it was then; name, occupation and stage go back one by one.
 */
final class UndoModel {

  /** A customer; its family name follows from its name. */
  record Row(String name, @Nullable String job, String stage, @Nullable String family) {

    static Row of(String name, @Nullable String job, String stage) {
      return new Row(name, job, stage, name.substring(0, name.indexOf(' ')));
    }
  }

  private record Touch(Object customer, @Nullable Row before, Row after) {}

  /** Customers have an identity of their own: a key that is free again belongs to another one. */
  private final Map<String, Object> holders = new TreeMap<>();

  private final Map<Object, Row> content = new HashMap<>();
  private final Map<UUID, List<Touch>> touches = new HashMap<>();

  Map<String, Row> rows() {
    Map<String, Row> rows = new TreeMap<>();
    holders.forEach((key, customer) -> rows.put(key, content.get(customer)));
    return rows;
  }

  void imported(UUID run, Map<String, String[]> rows) {
    List<Touch> touched = new ArrayList<>();
    rows.forEach(
        (key, cells) -> {
          Object customer = holders.computeIfAbsent(key, k -> new Object());
          Row before = content.get(customer);
          touched.add(
              touch(
                  customer, Row.of(cells[0], cells[1], before == null ? "lead" : before.stage())));
        });
    touches.put(run, touched);
  }

  void edited(String key, String job) {
    Object customer = Objects.requireNonNull(holders.get(key));
    Row row = Objects.requireNonNull(content.get(customer));
    content.put(customer, Row.of(row.name(), job, row.stage()));
  }

  void bulk(UUID run, String job, String stage) {
    List<Touch> touched = new ArrayList<>();
    holders
        .values()
        .forEach(
            customer -> {
              Row row = Objects.requireNonNull(content.get(customer));
              if (job.equals(row.job())) {
                touched.add(touch(customer, Row.of("Chung " + stage, row.job(), stage)));
              }
            });
    touches.put(run, touched);
  }

  private Touch touch(Object customer, Row after) {
    Row before = content.put(customer, after);
    return new Touch(customer, before, after);
  }

  void undo(UUID run) {
    for (Touch touch : Objects.requireNonNull(touches.get(run))) {
      if (!holders.containsValue(touch.customer)) {
        continue;
      }
      Row now = Objects.requireNonNull(content.get(touch.customer));
      if (touch.before == null) {
        if (now.equals(touch.after)) {
          holders.values().remove(touch.customer);
        }
        continue;
      }
      content.put(
          touch.customer,
          Row.of(
              back(touch.before.name(), touch.after.name(), now.name()),
              back(touch.before.job(), touch.after.job(), now.job()),
              back(touch.before.stage(), touch.after.stage(), now.stage())));
    }
  }

  private static <T> T back(T before, T after, T now) {
    return !Objects.equals(before, after) && Objects.equals(now, after) ? before : now;
  }
}
