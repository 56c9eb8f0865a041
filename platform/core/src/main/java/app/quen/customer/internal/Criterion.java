package app.quen.customer.internal;

import org.jspecify.annotations.Nullable;

/**
 * A condition that customers are found by.
 *
 * @param condition on c and e
 * @param equal whether the driver's range is of one value, and so in the order of ids
 */
record Criterion(Sql condition, @Nullable Driver driver, boolean equal) {}
