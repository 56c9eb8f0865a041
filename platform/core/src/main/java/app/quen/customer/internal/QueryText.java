package app.quen.customer.internal;

import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Operator;
import app.quen.customer.CustomerQuery.Sort;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a query from the parameters of a request. */
public final class QueryText {

  private static final Set<String> MEMBERS = Set.of("q", "filters", "sort", "archived");

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
                    "Bộ lọc “%s” phải có dạng trường:phép so sánh:giá trị.".formatted(filter),
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

  /** Of the JSON that views, exports and bulk edits keep. */
  public static CustomerQuery read(JsonObject query) {
    List<String> filters = new ArrayList<>();
    for (String name : query.keySet()) {
      if (!MEMBERS.contains(name)) {
        throw malformed("query." + name);
      }
    }
    JsonValue listed = query.getOrDefault("filters", JsonValue.EMPTY_JSON_ARRAY);
    if (!(listed instanceof JsonArray array)) {
      throw malformed("query.filters");
    }
    for (JsonValue filter : array) {
      if (!(filter instanceof JsonString text)) {
        throw malformed("query.filters");
      }
      filters.add(text.getString());
    }
    JsonValue archived = query.getOrDefault("archived", JsonValue.FALSE);
    if (archived != JsonValue.TRUE && archived != JsonValue.FALSE && archived != JsonValue.NULL) {
      throw malformed("query.archived");
    }
    return read(text(query, "q"), filters, text(query, "sort"), archived == JsonValue.TRUE);
  }

  private static @Nullable String text(JsonObject query, String name) {
    JsonValue value = query.getOrDefault(name, JsonValue.NULL);
    if (value == JsonValue.NULL) {
      return null;
    }
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw malformed("query." + name);
  }

  private static Invalid malformed(String field) {
    return new Invalid(
        List.of(
            new Problem(
                field,
                "malformed",
                new Text(
                    "Truy vấn có dạng {q, filters: [\"trường:phép so sánh:giá trị\"], sort,"
                        + " archived}.",
                    "A query is {q, filters: [\"field:operator:value\"], sort, archived}."))));
  }

  private static @Nullable Operator operator(String name) {
    try {
      return Operator.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
