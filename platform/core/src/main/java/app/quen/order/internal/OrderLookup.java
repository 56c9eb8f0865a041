package app.quen.order.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.field.RecordLookup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** So that fields can refer to orders. */
@WithoutSight(
    because =
        "it tells whether an id is there, for a value that somebody writes, and shows "
            + "nothing of it")
@ApplicationScoped
class OrderLookup implements RecordLookup {

  @Inject Work work;

  @Override
  public String recordType() {
    return "order";
  }

  @Override
  public Set<UUID> existing(Collection<UUID> ids) {
    return work.sql()
        .createQuery("SELECT id FROM sales_order WHERE id IN (<ids>) AND deleted = FALSE")
        .bindList("ids", Set.copyOf(ids))
        .mapTo(UUID.class)
        .set();
  }
}
