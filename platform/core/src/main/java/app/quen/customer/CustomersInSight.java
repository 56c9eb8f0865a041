package app.quen.customer;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Which customers who is acting sees, for what belongs to them. Needs an open unit of work. */
public interface CustomersInSight {

  /**
   * @throws NoSuchCustomer if there is none, or not for who is acting
   */
  void require(CustomerId customer);

  /** Those of the ids that are there and seen. */
  Set<UUID> among(Collection<UUID> customers);

  /**
   * The same for what is to be changed about them.
   *
   * @throws NoSuchCustomer if there is none, or not for who is acting
   * @throws app.quen.access.Refused if it is seen and may not be changed
   */
  void requireChangeable(CustomerId customer);
}
