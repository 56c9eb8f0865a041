package app.quen.customer.internal;

import app.quen.customer.CustomerQuery.Sort;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.SecretFilter;
import app.quen.text.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of customers that an index keeps; those that are equal in it go by id, which is the
 * order in which they were made.
 *
 * @param name as in the query
 * @param column of customer or of the table beside it; null for the id alone
 * @param side null where the column is of customer itself
 */
record Sorting(
    String name, @Nullable String column, @Nullable Side side, boolean number, boolean descending) {

  /** A table beside customer, of which an index keeps the order; few customers may be in it. */
  enum Side {
    EXT("customer_ext", "e"),
    ROLLUP("customer_rollup", "r");

    final String table;
    final String alias;

    Side(String table, String alias) {
      this.table = table;
      this.alias = alias;
    }
  }

  /** Whether customers without a value come last, by their ids. */
  boolean ext() {
    return side != null;
  }

  /** The column in a query that has both tables. */
  String named() {
    return (side == null ? "c." : side.alias + ".") + column;
  }

  static final Sorting NEWEST = new Sorting("-createdAt", null, null, false, true);
  static final Sorting OLDEST = new Sorting("createdAt", null, null, false, false);
  static final Sorting BY_TERM = new Sorting("term", "term", null, false, false);
  static final Sorting BY_NAME = new Sorting("name", "name_key", null, false, false);

  /**
   * @throws Invalid if nothing can be sorted by the field
   */
  static Sorting of(Sort sort, Catalogue catalogue) {
    String name = (sort.descending() ? "-" : "") + sort.key();
    switch (sort.key()) {
      case "createdAt":
        return new Sorting(name, null, null, false, sort.descending());
      case "updatedAt":
        return new Sorting(name, "updated_at", null, false, sort.descending());
      case "name":
        return new Sorting(name, "name_key", null, false, sort.descending());
      default:
        Field field = catalogue.find(sort.key()).orElse(null);
        if (field != null && field.section().equals(Field.ROLLUP)) {
          // the longer ago, the more days
          boolean days = field.key().equals(RollupCriteria.DAYS);
          boolean number = field.type() != FieldType.DATETIME && !days;
          return new Sorting(name, field.column(), Side.ROLLUP, number, sort.descending() != days);
        }
        if (field != null && field.secret()) {
          throw new Invalid(
              List.of(new Problem("sort", "not-sortable", SecretFilter.encrypted(field))));
        }
        if (field == null || field.isCore() || !field.sortable() || field.column() == null) {
          throw new Invalid(
              List.of(
                  new Problem(
                      "sort",
                      "not-sortable",
                      new Text(
                          "Không thể sắp xếp theo “" + sort.key() + "”.",
                          "It is not possible to sort by “" + sort.key() + "”."))));
        }
        boolean number = field.type().number();
        return new Sorting(name, field.column(), Side.EXT, number, sort.descending());
    }
  }

  /** The key of a cursor as the database compares it. */
  Object parameter(String key) {
    return number ? new BigDecimal(key) : key;
  }

  String direction() {
    return descending ? " DESC" : "";
  }

  String beyond() {
    return descending ? " < " : " > ";
  }
}
