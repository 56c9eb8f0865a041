package app.quen.customer.internal;

import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.customer.CustomerQuery.Sort;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a query from the parameters of a request. */
public final class QueryText {

  private QueryText() {}

  public static CustomerQuery read(
      @Nullable String q, List<String> filters, @Nullable String sort, boolean archived) {
    List<Problem> problems = new ArrayList<>();
    List<Filter> read = new ArrayList<>();
    for (String filter : filters) {
      String[] parts = filter.split(":", 3);
      Operator operator = parts.length < 2 ? null : operator(parts[1]);
      if (operator == null || parts[0].isBlank()) {
        problems.add(
            new Problem(
                "filter",
                "malformed",
                new Text(
                    "Bộ lọc «%s» phải có dạng trường:phép so sánh:giá trị.".formatted(filter),
                    "The filter “%s” must be field:operator:value.".formatted(filter))));
        continue;
      }
      read.add(new Filter(parts[0], operator, parts.length == 3 ? parts[2] : ""));
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    Sort by = null;
    if (sort != null && !sort.isBlank()) {
      boolean descending = sort.startsWith("-");
      by = new Sort(descending ? sort.substring(1) : sort, descending);
    }
    String words = q == null || q.isBlank() ? null : q.strip();
    return new CustomerQuery(words, read, by, archived);
  }

  private static @Nullable Operator operator(String name) {
    try {
      return Operator.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
