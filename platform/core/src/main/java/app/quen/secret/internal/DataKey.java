package app.quen.secret.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names the key of a value.
 *
 * @param holder the customer; {@link DataKeys#NOBODY} for what is no customer's
 * @param version grows with each renewal
 */
record DataKey(UUID holder, int version) {

  static DataKey of(@Nullable UUID customer, int version) {
    return new DataKey(customer == null ? DataKeys.NOBODY : customer, version);
  }
}
