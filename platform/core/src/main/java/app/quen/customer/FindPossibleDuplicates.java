package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Matching;
import app.quen.database.InTransaction;
import app.quen.field.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers that may be the same as one that is being written. */
@ApplicationScoped
public class FindPossibleDuplicates {

  @Inject Matching matching;

  /** At most ten, archived ones too. */
  @Permitted("customer:read")
  @InTransaction
  public List<CustomerView> find(
      @Nullable String phone, @Nullable String email, @Nullable String externalId) {
    return matching.possibleDuplicates(phone, email, externalId, List.of());
  }

  /**
   * The same, and by values of encrypted fields that can be filtered by.
   *
   * @param fields each {@code <key>:<value>}
   * @throws Invalid if a field is none of these, or a value does not fit
   */
  @Permitted("customer:read")
  @InTransaction
  public List<CustomerView> find(
      @Nullable String phone,
      @Nullable String email,
      @Nullable String externalId,
      List<String> fields) {
    return matching.possibleDuplicates(phone, email, externalId, fields);
  }
}
