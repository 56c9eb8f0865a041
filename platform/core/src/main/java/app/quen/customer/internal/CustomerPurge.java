package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.OfCustomers;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.StoredValues;
import app.quen.secret.Vault;
import app.quen.trash.OfRecords;
import app.quen.trash.TrashBin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The trash of customers, with all that belongs to them. */
@WithoutSight(because = "it deletes for good what is in the trash, and shows nothing")
@ApplicationScoped
public class CustomerPurge implements TrashBin {

  private static final int AT_ONCE = 200;

  /** What runs found and left is forgotten by then: it is kept no longer than the trash. */
  private static final List<String> PARTS =
      List.of(
          "customer_identifier",
          "customer_address",
          "customer_tag",
          "customer_ext",
          "customer_history",
          "customer_rollup");

  @Inject Work work;
  @Inject Outbox outbox;
  @Inject StoredValues values;
  @Inject Vault vault;
  @Inject @Any Instance<OfCustomers> theirs;
  @Inject @Any Instance<OfRecords> others;

  @Override
  public boolean purge(Instant before) {
    List<UUID> ids =
        work.sql()
            .createQuery(
                "SELECT id FROM customer WHERE archived = 2 AND updated_at < :before"
                    + " AND deleted_at < :before ORDER BY id LIMIT "
                    + AT_ONCE
                    + " FOR UPDATE")
            .bind("before", Utc.of(before))
            .mapTo(UUID.class)
            .list();
    if (ids.isEmpty()) {
      return false;
    }
    values.release(ids);
    vault.erase(ids);
    theirs.forEach(other -> other.purge(ids));
    others.forEach(other -> other.purge("customer", ids));
    for (String part : PARTS) {
      work.sql()
          .createUpdate("DELETE FROM " + part + " WHERE customer_id IN (<ids>)")
          .bindList("ids", ids)
          .execute();
    }
    work.sql()
        .createUpdate("DELETE FROM customer WHERE id IN (<ids>)")
        .bindList("ids", ids)
        .execute();
    outbox.recordAll(
        "CustomerPurged",
        "customer",
        ids.stream().map(id -> new Outbox.Entry(id, "{\"changes\": []}")).toList());
    return ids.size() == AT_ONCE;
  }
}
