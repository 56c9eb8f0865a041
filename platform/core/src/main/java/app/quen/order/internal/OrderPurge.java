package app.quen.order.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.StoredValues;
import app.quen.trash.OfRecords;
import app.quen.trash.TrashBin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The trash of orders. */
@WithoutSight(because = "it deletes for good what is in the trash, and shows nothing")
@ApplicationScoped
public class OrderPurge implements TrashBin {

  private static final int AT_ONCE = 200;

  @Inject Work work;
  @Inject StoredValues values;
  @Inject @Any Instance<OfRecords> others;

  @Override
  public boolean purge(Instant before) {
    List<UUID> ids =
        work.sql()
            .createQuery(
                "SELECT id FROM sales_order WHERE deleted = TRUE AND deleted_at < :before LIMIT "
                    + AT_ONCE
                    + " FOR UPDATE")
            .bind("before", Utc.of(before))
            .mapTo(UUID.class)
            .list();
    if (ids.isEmpty()) {
      return false;
    }
    values.release(ids);
    others.forEach(other -> other.purge(Orders.RECORD, ids));
    for (String table : List.of("order_line", "order_payment")) {
      work.sql()
          .createUpdate("DELETE FROM " + table + " WHERE order_id IN (<ids>)")
          .bindList("ids", ids)
          .execute();
    }
    work.sql()
        .createUpdate("DELETE FROM sales_order WHERE id IN (<ids>)")
        .bindList("ids", ids)
        .execute();
    return ids.size() == AT_ONCE;
  }
}
