package app.quen.order.internal;

import app.quen.access.Policy;
import app.quen.access.Refused;
import app.quen.access.Sight;
import app.quen.customer.CustomersInSight;
import app.quen.database.Work;
import app.quen.order.NoSuchOrder;
import app.quen.order.OrderId;
import app.quen.order.internal.OrderRows.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders for who is about to show or change them: whether they may, and the rows that are locked.
 */
@ApplicationScoped
class HeldOrders {

  @Inject Work work;
  @Inject OrderRows rows;
  @Inject Policy policy;
  @Inject CustomersInSight inSight;

  void require(OrderId id, String rows) {
    if (!rows.equals(Sight.EVERY_ROW) && !isThere(id, rows)) {
      throw new NoSuchOrder(id);
    }
  }

  private void requireChangeable(OrderId id) {
    Sight sight = policy.of(Orders.RECORD);
    require(id, sight.rows("o"));
    if (!sight.everyRow() && !isThere(id, sight.rowsToChange("o"))) {
      throw new Refused("order:update");
    }
  }

  private boolean isThere(OrderId id, String rows) {
    return work.sql()
        .createQuery("SELECT EXISTS (SELECT 1 FROM sales_order o WHERE o.id = ? AND " + rows + ")")
        .bind(0, id.value())
        .mapTo(Boolean.class)
        .one();
  }

  /** Which of them may be changed. */
  Set<UUID> changeable(Collection<Stored> known) {
    Set<UUID> ids =
        known.stream().map(stored -> stored.order().id().value()).collect(Collectors.toSet());
    Sight sight = policy.of(Orders.RECORD);
    if (ids.isEmpty() || sight.everyRow()) {
      return ids;
    }
    return work.sql()
        .createQuery(
            "SELECT o.id FROM sales_order o WHERE o.id IN (<ids>) AND " + sight.rowsToChange("o"))
        .bindList("ids", List.copyOf(ids))
        .mapTo(UUID.class)
        .set();
  }

  /** All of it, for who changes it; nobody is shown it as it is. */
  Stored one(OrderId id) {
    List<Stored> found = rows.stored(List.of(id.value()), true);
    if (found.isEmpty()) {
      throw new NoSuchOrder(id);
    }
    return found.getFirst();
  }

  /**
   * The order, its customer's row and the others' locked until the transaction ends; a second
   * writer waits here.
   */
  Stored lock(OrderId id, Set<UUID> others) {
    UUID customer =
        work.sql()
            .createQuery("SELECT customer_id FROM sales_order WHERE id = ?")
            .bind(0, id.value())
            .map((row, context) -> new Owner(row.getObject(1, UUID.class)))
            .findOne()
            .orElseThrow(() -> new NoSuchOrder(id))
            .customer();
    Set<UUID> customers = new HashSet<>(others);
    if (customer != null) {
      customers.add(customer);
    }
    lockCustomers(customers);
    work.sql()
        .createQuery("SELECT id FROM sales_order WHERE id = ? FOR UPDATE")
        .bind(0, id.value())
        .mapTo(UUID.class)
        .list();
    requireChangeable(id);
    return one(id);
  }

  private record Owner(@Nullable UUID customer) {}

  /** Locked in one order for all, so that two never wait for each other. */
  Set<UUID> lockCustomers(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    Set<UUID> locked =
        new LinkedHashSet<>(
            work.sql()
                .createQuery("SELECT id FROM customer WHERE id IN (<ids>) ORDER BY id FOR UPDATE")
                .bindList("ids", List.copyOf(ids))
                .mapTo(UUID.class)
                .list());
    if (!policy.of("customer").everyRow()) {
      locked.retainAll(inSight.among(List.copyOf(locked)));
    }
    return locked;
  }
}
