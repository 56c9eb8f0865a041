package app.quen.record;

import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerQuery.Sort;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a type, and in which order.
 *
 * @param filters by property, {@code customerId}, {@code createdAt}, {@code updatedAt} or field;
 *     members can be {@code me}, instants {@code now}, {@code now-P7D}, {@code now+PT4H}
 * @param sort null: the type's own order
 * @param trashed what is in the trash, the last thrown away first, instead of the others
 */
public record RecordQuery(List<Filter> filters, @Nullable Sort sort, boolean trashed) {

  /**
   * Reads the parameters of the API.
   *
   * @param filters each {@code <key>:<operator>:<value>}
   * @param sort {@code <key>} or {@code -<key>}
   * @throws app.quen.field.Invalid if they are not of this form; whether the fields exist shows
   *     when it is asked
   */
  public static RecordQuery read(List<String> filters, @Nullable String sort, boolean trashed) {
    CustomerQuery read = CustomerQuery.read(null, filters, sort, false);
    return new RecordQuery(read.filters(), read.sort(), trashed);
  }
}
