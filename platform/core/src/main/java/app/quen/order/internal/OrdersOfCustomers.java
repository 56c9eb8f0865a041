package app.quen.order.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.OfCustomers;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Orders outlive who placed them: what was sold stays in the books, of nobody. */
@WithoutSight(because = "it writes when a customer goes, and shows nothing")
@ApplicationScoped
public class OrdersOfCustomers implements OfCustomers {

  @Inject Work work;

  @Override
  public void purge(Collection<UUID> customers) {
    work.sql()
        .createUpdate(
            "UPDATE sales_order SET customer_id = NULL, version = version + 1"
                + " WHERE customer_id IN (<ids>)")
        .bindList("ids", List.copyOf(customers))
        .execute();
  }
}
