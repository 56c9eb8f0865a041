package app.quen.order.internal;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerId;
import app.quen.order.OrderView;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Brings a customer's orders to the timeline. */
@ApplicationScoped
class OrderTimeline implements TimelineSource {

  @Inject OrderRows rows;
  @Inject Policy policy;

  @Override
  public String kind() {
    return "order";
  }

  @Override
  public String permission() {
    return "order:read";
  }

  @Override
  public Track track() {
    return new Track(
        "sales_order o FORCE INDEX (sales_order_by_customer)",
        "deleted = FALSE AND " + policy.of(Orders.RECORD).rowsOfSeen("o"),
        "placed_at",
        "id");
  }

  @Override
  public List<TimelineEntry> entries(CustomerId customer, List<Place> places) {
    List<UUID> ids = places.stream().map(Place::id).toList();
    Sight sight = policy.of(Orders.RECORD);
    return rows.read(ids, false).stream().map(order -> entry(SeenOrder.of(order, sight))).toList();
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
}
