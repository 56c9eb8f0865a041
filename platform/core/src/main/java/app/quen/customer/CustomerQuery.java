package app.quen.customer;

import app.quen.customer.internal.QueryText;
import app.quen.field.Invalid;
import jakarta.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which customers, and in which order.
 *
 * @param q what people type to find somebody: names with or without accents, a phone number in any
 *     form or its last digits, an e-mail address, an external id, a tax code
 * @param sort null: the newest first, or, where {@code q} is given, in the order of what it found
 * @param archived only the archived ones, or only the others
 */
public record CustomerQuery(
    @Nullable String q, List<Filter> filters, @Nullable Sort sort, boolean archived) {

  public static final CustomerQuery ALL = new CustomerQuery(null, List.of(), null, false);

  /**
   * @param key of the field
   * @param value as written in the API: {@code in} takes a list with commas
   */
  public record Filter(String key, Operator operator, String value) {}

  /** By this field; equal ones in the order they were made. */
  public record Sort(String key, boolean descending) {}

  /** How a field's value is held against the filter's. */
  public enum Operator {
    EQ,
    NE,
    IN,
    LT,
    LTE,
    GT,
    GTE,
    CONTAINS,
    EMPTY,
    NOTEMPTY
  }

  /**
   * Reads {@code {q, filters, sort, archived}}, as views, exports and bulk edits keep a query.
   *
   * @throws Invalid if it is not of this form
   */
  public static CustomerQuery ofJson(JsonObject query) {
    return QueryText.read(query);
  }

  /**
   * Reads the parameters of the API.
   *
   * @param filters each {@code <key>:<operator>:<value>}
   * @param sort {@code <key>} or {@code -<key>}
   * @throws Invalid if they are not of this form; whether the fields exist shows when it is asked
   */
  public static CustomerQuery read(
      @Nullable String q, List<String> filters, @Nullable String sort, boolean archived) {
    return QueryText.read(q, filters, sort, archived);
  }
}
