package app.quen.customer.internal;

import java.util.List;

/**
 * An index range that holds every customer that fits a criterion.
 *
 * @param id the column of the table that is the customer's id
 * @param index its name
 * @param own whether it is an index of {@code customer} that begins with {@code archived}
 * @param parts the ranges that it is made of, where it is not one
 */
record Driver(String table, String id, String index, Sql condition, boolean own, List<Part> parts) {

  /** One range of the driver; in each the customers go by their ids, and none is in two. */
  record Part(String index, Sql condition) {}

  Driver(String table, String id, String index, Sql condition, boolean own) {
    this(table, id, index, condition, own, List.of());
  }
}
