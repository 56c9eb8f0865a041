package app.quen.record.internal;

import java.util.List;

/** A piece of SQL with the values of its question marks. */
record Condition(String sql, List<Object> values) {

  static Condition of(String sql, Object... values) {
    return new Condition(sql, List.of(values));
  }
}
