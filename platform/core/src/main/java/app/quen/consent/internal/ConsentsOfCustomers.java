package app.quen.consent.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.OfCustomers;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** With a customer go the proofs of what it said. */
@WithoutSight(because = "it deletes with a customer, and shows nothing")
@ApplicationScoped
class ConsentsOfCustomers implements OfCustomers {

  @Inject Work work;

  @Override
  public void purge(Collection<UUID> customers) {
    work.sql()
        .createUpdate("DELETE FROM consent WHERE customer_id IN (<ids>)")
        .bindList("ids", List.copyOf(customers))
        .execute();
  }
}
