package app.quen.order;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.order.internal.OrderPurge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Empties the trash of what has been there long enough; nothing brings it back. */
@ApplicationScoped
public class PurgeOrders {

  @Inject OrderPurge purge;

  /**
   * @param before what was trashed earlier than this goes
   * @param most how many at once
   * @return those that are gone; fewer than {@code most} when there are no more
   */
  @Permitted("order:delete")
  @InTransaction
  public List<OrderId> purge(Instant before, int most) {
    return purge.purge(before, most);
  }
}
