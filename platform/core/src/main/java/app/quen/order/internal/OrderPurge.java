package app.quen.order.internal;

import app.quen.database.Work;
import app.quen.field.StoredValues;
import app.quen.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Deletes for good. What is in the trash counts nowhere, so no roll-up changes. */
@ApplicationScoped
public class OrderPurge {

  @Inject Work work;
  @Inject StoredValues values;

  public List<OrderId> purge(Instant before, int most) {
    List<UUID> ids =
        work.sql()
            .createQuery(
                "SELECT id FROM sales_order WHERE deleted = TRUE AND deleted_at < :before"
                    + " LIMIT :most FOR UPDATE")
            .bind("before", LocalDateTime.ofInstant(before, ZoneOffset.UTC))
            .bind("most", most)
            .mapTo(UUID.class)
            .list();
    if (!ids.isEmpty()) {
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
      values.release(ids);
    }
    return ids.stream().map(OrderId::new).toList();
  }
}
