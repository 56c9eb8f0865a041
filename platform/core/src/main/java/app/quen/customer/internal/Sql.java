package app.quen.customer.internal;

import java.util.ArrayList;
import java.util.List;

/** A piece of SQL with the values of its question marks. */
record Sql(String text, List<Object> parameters) {

  static Sql of(String text, Object... parameters) {
    return new Sql(text, List.of(parameters));
  }

  Sql with(List<Object> more) {
    return new Sql(text, List.copyOf(more));
  }

  Sql then(Sql more) {
    return then(more.text, more.parameters);
  }

  Sql then(String more, List<Object> itsParameters) {
    List<Object> all = new ArrayList<>(parameters);
    all.addAll(itsParameters);
    return new Sql(text + more, all);
  }
}
