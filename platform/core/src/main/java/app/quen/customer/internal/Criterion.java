package app.quen.customer.internal;

import org.jspecify.annotations.Nullable;

/**
 * A condition that customers are found by.
 *
 * @param condition on c and e
 * @param equal whether the driver's range is of one value, and so in the order of ids
 * @param sight whether it is not what was asked for but what who asks may see
 */
record Criterion(Sql condition, @Nullable Driver driver, boolean equal, boolean sight) {

  Criterion(Sql condition, @Nullable Driver driver, boolean equal) {
    this(condition, driver, equal, false);
  }

  static Criterion ofSight(Sql condition, @Nullable Driver driver) {
    return new Criterion(condition, driver, driver != null, true);
  }
}
