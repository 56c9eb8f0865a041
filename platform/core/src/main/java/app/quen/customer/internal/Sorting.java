package app.quen.customer.internal;

import app.quen.customer.CustomerQuery.Sort;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order of customers that an index keeps; those that are equal in it go by id, which is the
 * order in which they were made.
 *
 * @param name as in the query
 * @param column of customer or customer_ext; null for the id alone
 * @param ext whether the column is of customer_ext: then customers without a value come last
 */
record Sorting(
    String name, @Nullable String column, boolean ext, boolean number, boolean descending) {

  static final Sorting NEWEST = new Sorting("-createdAt", null, false, false, true);
  static final Sorting OLDEST = new Sorting("createdAt", null, false, false, false);
  static final Sorting BY_NAME = new Sorting("name", "name_key", false, false, false);

  /**
   * @throws Invalid if nothing can be sorted by the field
   */
  static Sorting of(Sort sort, Catalogue catalogue) {
    String name = (sort.descending() ? "-" : "") + sort.key();
    switch (sort.key()) {
      case "createdAt":
        return new Sorting(name, null, false, false, sort.descending());
      case "updatedAt":
        return new Sorting(name, "updated_at", false, false, sort.descending());
      case "name":
        return new Sorting(name, "name_key", false, false, sort.descending());
      default:
        Field field = catalogue.find(sort.key()).orElse(null);
        if (field == null || field.isCore() || !field.sortable() || field.column() == null) {
          throw new Invalid(
              List.of(
                  new Problem(
                      "sort",
                      "not-sortable",
                      new Text(
                          "Không thể sắp xếp theo «" + sort.key() + "».",
                          "It is not possible to sort by “" + sort.key() + "”."))));
        }
        boolean number = field.type() == FieldType.NUMBER || field.type() == FieldType.MONEY;
        return new Sorting(name, field.column(), true, number, sort.descending());
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
