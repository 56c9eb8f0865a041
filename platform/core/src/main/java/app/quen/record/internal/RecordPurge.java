package app.quen.record.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.OfCustomers;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.StoredValues;
import app.quen.record.RecordDeclaration;
import app.quen.record.RecordType;
import app.quen.trash.OfRecords;
import app.quen.trash.TrashBin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Deletes interactions, feedback and tasks for good, with their history: those in the trash when
 * their time is over, and those of customers who go.
 */
@WithoutSight(because = "it deletes for good what is in the trash, and shows nothing")
@ApplicationScoped
public class RecordPurge implements TrashBin, OfCustomers {

  private static final int AT_ONCE = 200;

  @Inject Work work;
  @Inject StoredValues values;
  @Inject @Any Instance<RecordDeclaration> declared;
  @Inject @Any Instance<OfRecords> others;

  @Override
  public boolean purge(Instant before) {
    boolean more = false;
    for (RecordDeclaration declaration : declared) {
      List<UUID> ids =
          work.sql()
              .createQuery(
                  "SELECT id FROM "
                      + declaration.type().table()
                      + " WHERE deleted_at < :before ORDER BY deleted_at LIMIT "
                      + AT_ONCE
                      + " FOR UPDATE")
              .bind("before", Utc.of(before))
              .mapTo(UUID.class)
              .list();
      delete(declaration.type(), ids);
      more |= ids.size() == AT_ONCE;
    }
    return more;
  }

  @Override
  public void purge(Collection<UUID> customers) {
    for (RecordDeclaration declaration : declared) {
      List<UUID> ids;
      do {
        ids =
            work.sql()
                .createQuery(
                    "SELECT id FROM "
                        + declaration.type().table()
                        + " WHERE customer_id IN (<ids>) LIMIT "
                        + AT_ONCE
                        + " FOR UPDATE")
                .bindList("ids", List.copyOf(customers))
                .mapTo(UUID.class)
                .list();
        delete(declaration.type(), ids);
      } while (ids.size() == AT_ONCE);
    }
    // of records that were theirs once
    work.sql()
        .createUpdate("DELETE FROM record_history WHERE customer_id IN (<ids>)")
        .bindList("ids", List.copyOf(customers))
        .execute();
  }

  private void delete(RecordType type, List<UUID> ids) {
    if (ids.isEmpty()) {
      return;
    }
    values.release(ids);
    others.forEach(other -> other.purge(type.name(), ids));
    work.sql()
        .createUpdate("DELETE FROM record_history WHERE record_id IN (<ids>)")
        .bindList("ids", ids)
        .execute();
    work.sql()
        .createUpdate("DELETE FROM " + type.table() + " WHERE id IN (<ids>)")
        .bindList("ids", ids)
        .execute();
  }
}
