package app.quen.order.internal;

import app.quen.access.Access;
import app.quen.customer.MadeRecords;
import app.quen.customer.Source;
import app.quen.order.OrderId;
import app.quen.order.OrderView;
import app.quen.order.internal.OrderRows.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Orders that an import made. */
@ApplicationScoped
class ImportedOrders implements MadeRecords {

  @Inject Access access;
  @Inject Orders orders;
  @Inject HeldOrders held;
  @Inject OrderRows rows;

  @Override
  public boolean keeps(String recordType) {
    return recordType.equals(Orders.RECORD);
  }

  @Override
  public Map<UUID, State> states(String recordType, Collection<UUID> ids) {
    access.require("order:delete");
    Map<UUID, State> states = new HashMap<>();
    List<Stored> found = rows.stored(ids, false);
    Set<UUID> changeable = held.changeable(found);
    for (Stored stored : found) {
      if (!changeable.contains(stored.order().id().value())) {
        continue;
      }
      OrderView order = stored.order();
      states.put(
          order.id().value(),
          new State(order.number(), order.version(), order.deletedAt() != null));
    }
    return states;
  }

  @Override
  public void trash(String recordType, UUID id, Source source) {
    orders.trash(new OrderId(id), source);
  }
}
