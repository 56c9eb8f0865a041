package app.quen.order.internal;

import app.quen.customer.CustomerId;
import app.quen.database.Work;
import app.quen.order.OrderView;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineSource;
import app.quen.timeline.Window;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/** Brings a customer's orders to the timeline. */
@ApplicationScoped
class OrderTimeline implements TimelineSource {

  @Inject Work work;
  @Inject OrderRows rows;

  @Override
  public String kind() {
    return "order";
  }

  @Override
  public String permission() {
    return "order:read";
  }

  @Override
  public List<TimelineEntry> newest(CustomerId customer, Window window, int limit) {
    StringBuilder where = new StringBuilder("customer_id = ? AND deleted = FALSE");
    List<Object> values = new ArrayList<>(List.of(customer.value()));
    if (window.from() != null) {
      where.append(" AND placed_at >= ?");
      values.add(utc(window.from()));
    }
    if (window.to() != null) {
      where.append(" AND placed_at < ?");
      values.add(utc(window.to()));
    }
    if (window.before() != null) {
      LocalDateTime at = utc(window.before().at());
      where.append(" AND placed_at <= ? AND (placed_at < ? OR id < ?)");
      values.addAll(List.of(at, at, window.before().id()));
    }
    List<UUID> ids;
    try (Query query =
        work.sql()
            .createQuery(
                "SELECT id FROM sales_order FORCE INDEX (sales_order_by_customer) WHERE "
                    + where
                    + " ORDER BY placed_at DESC, id DESC LIMIT "
                    + limit)) {
      for (int i = 0; i < values.size(); i++) {
        query.bind(i, values.get(i));
      }
      ids = query.mapTo(UUID.class).list();
    }
    return rows.read(ids, false).stream().map(OrderTimeline::entry).toList();
  }

  private static TimelineEntry entry(OrderView order) {
    return new TimelineEntry(
        "order",
        order.id().value(),
        order.placedAt(),
        order.createdBy(),
        order.state(),
        order.json(),
        null);
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
