package app.quen.customer;

import java.util.Collection;
import java.util.UUID;

/**
 * What a component keeps of customers. A CDI bean of each component that keeps something, so that
 * nothing stays behind when customers go for good.
 */
public interface OfCustomers {

  /** Lets go of all that belongs to these customers, in the unit of work that is open. */
  void purge(Collection<UUID> customers);
}
