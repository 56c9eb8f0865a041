package app.quen.link.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.OfCustomers;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** A link goes with either of its customers. */
@WithoutSight(because = "it deletes with a customer, and shows nothing")
@ApplicationScoped
class LinksOfCustomers implements OfCustomers {

  @Inject Work work;

  @Override
  public void purge(Collection<UUID> customers) {
    for (String end : List.of("from_id", "to_id")) {
      work.sql()
          .createUpdate("DELETE FROM customer_link WHERE " + end + " IN (<ids>)")
          .bindList("ids", List.copyOf(customers))
          .execute();
    }
  }
}
