package app.quen.customer.internal;

import app.quen.access.Actor;
import app.quen.access.WithoutSight;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerView;
import app.quen.customer.Source;
import app.quen.customer.model.Keys;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.trash.EmptyTrash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Customers that are to go. In the trash a customer keeps everything but its place: it is in no
 * list and no search, is recognised by nothing, and its external id is free for another one.
 */
@WithoutSight(because = "its list has the condition of the sight and is read through SeenCustomers")
@ApplicationScoped
public class Trash {

  private static final String RECORD = "customer";

  @Inject Work work;
  @Inject Customers customers;
  @Inject Rows rows;
  @Inject TermRows terms;
  @Inject Outbox outbox;
  @Inject EmptyTrash trash;
  @Inject SeenCustomers seen;

  public CustomerView put(CustomerId id, Source source) {
    seen.requireChangeable(id);
    put(List.of(id.value()), source);
    return customers.known(id);
  }

  /**
   * Those that are there and not in it already.
   *
   * @return how many
   */
  int put(Collection<UUID> ids, Source source) {
    List<UUID> some =
        ids.isEmpty()
            ? List.of()
            : work.sql()
                .createQuery(
                    "SELECT id FROM customer WHERE id IN (<ids>) AND archived < 2 ORDER BY id"
                        + " FOR UPDATE")
                .bindList("ids", List.copyOf(ids))
                .mapTo(UUID.class)
                .list();
    if (some.isEmpty()) {
      return 0;
    }
    Instant now = Customers.now();
    trash.emptyLater();
    List<CustomerView> before = rows.read(some);
    terms.delete(before);
    Actor actor = customers.actor();
    work.sql()
        .createUpdate(
            "UPDATE customer SET archived = 2, deleted_at = :now, external_key = NULL,"
                + " version = version + 1, updated_at = :now, updated_by_kind = :kind,"
                + " updated_by_id = :by, updated_by_name = :name WHERE id IN (<ids>)")
        .bind("now", Utc.of(now))
        .bind("kind", actor.kind().name())
        .bind("by", actor.id())
        .bind("name", actor.name())
        .bindList("ids", some)
        .execute();
    tell("CustomerTrashed", before, null, now.toString(), source);
    return some.size();
  }

  /** Back to where it was: in use, or in the archive. The caller holds its lock. */
  CustomerView restore(CustomerView before, Source source) {
    String key = Keys.ofExternalId(before.externalId());
    if (key != null && customers.holders(List.of(key)).containsKey(key)) {
      Customers.refuse(List.of(Customers.taken(Objects.requireNonNull(before.externalId()))));
    }
    Actor actor = customers.actor();
    work.sql()
        .createUpdate(
            "UPDATE customer SET archived = :place, deleted_at = NULL, external_key = :key,"
                + " version = version + 1, updated_at = :now, updated_by_kind = :kind,"
                + " updated_by_id = :by, updated_by_name = :name WHERE id = :id")
        .bind("place", before.archivedAt() == null ? 0 : 1)
        .bind("key", key)
        .bind("now", Utc.of(Customers.now()))
        .bind("kind", actor.kind().name())
        .bind("by", actor.id())
        .bind("name", actor.name())
        .bind("id", before.id().value())
        .execute();
    terms.insert(List.of(before));
    String since = Objects.requireNonNull(before.deletedAt()).toString();
    tell("CustomerRestored", List.of(before), since, null, source);
    return customers.known(before.id());
  }

  private void tell(
      String fact,
      List<CustomerView> before,
      @Nullable String was,
      @Nullable String is,
      Source source) {
    List<Outbox.Entry> facts = new ArrayList<>(before.size());
    for (CustomerView customer : before) {
      facts.add(
          new Outbox.Entry(
              customer.id().value(),
              Changes.payload(customer.version() + 1, source, Changes.ofTrash(was, is))
                  .toString()));
    }
    outbox.recordAll(fact, RECORD, facts);
  }

  /** What came last is first. */
  public CustomerPage page(@Nullable UUID after, int limit) {
    String beyond =
        after == null
            ? ""
            : " AND updated_at <= (SELECT updated_at FROM customer WHERE id = :after)"
                + " AND (updated_at < (SELECT updated_at FROM customer WHERE id = :after)"
                + " OR id < :after)";
    var query =
        work.sql()
            .createQuery(
                "SELECT id FROM customer c FORCE INDEX (customer_by_update) WHERE archived = 2"
                    + " AND "
                    + seen.sight().rows("c")
                    + beyond
                    + " ORDER BY updated_at DESC, id DESC LIMIT :limit")
            .bind("limit", limit + 1);
    if (after != null) {
      query.bind("after", after);
    }
    List<UUID> found = query.mapTo(UUID.class).list();
    List<UUID> shown = found.subList(0, Math.min(limit, found.size()));
    return new CustomerPage(
        seen.read(shown), found.size() > limit ? shown.getLast().toString() : null);
  }
}
