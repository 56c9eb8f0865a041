package app.quen.customer.internal;

/**
 * An index range that holds every customer that fits a criterion.
 *
 * @param id the column of the table that is the customer's id
 * @param index its name
 * @param own whether it is an index of {@code customer} that begins with {@code archived}
 */
record Driver(String table, String id, String index, Sql condition, boolean own) {}
