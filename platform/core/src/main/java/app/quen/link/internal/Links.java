package app.quen.link.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.cell.Conflicts;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomersInSight;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.Source;
import app.quen.database.Overtaken;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Outdated;
import app.quen.field.Problem;
import app.quen.link.LinkDraft;
import app.quen.link.LinkPage;
import app.quen.link.LinkType;
import app.quen.link.LinkView;
import app.quen.link.NoSuchLink;
import app.quen.link.ReviseLink.Change;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The links of the workspace. Every write locks both customers, in the order of their ids. */
@ApplicationScoped
public class Links {

  /** Kept: the methods of Json look the provider up at each call. */
  static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject Outbox outbox;
  @Inject LinkRows rows;
  @Inject CustomersInSight customers;

  public LinkPage of(CustomerId customer, int limit, @Nullable String cursor) {
    customers.require(customer);
    return rows.of(customer.value(), limit, cursor);
  }

  public LinkView show(UUID id) {
    return rows.find(id).orElseThrow(() -> new NoSuchLink(id)).seenFrom(true);
  }

  public LinkView add(CustomerId customer, LinkDraft draft, Source source) {
    Map<UUID, String> kinds = locked(customer.value(), draft.other().value());
    kinds.keySet().retainAll(customers.among(List.copyOf(kinds.keySet())));
    if (!kinds.containsKey(customer.value())) {
      throw new NoSuchCustomer(customer);
    }
    customers.requireChangeable(customer);
    List<Problem> problems = new ArrayList<>();
    LinkType type = LinkRules.type(draft.type(), problems);
    boolean swapped =
        type.directed()
            ? !draft.outwards()
            : customer.toString().compareTo(draft.other().toString()) > 0;
    UUID from = swapped ? draft.other().value() : customer.value();
    UUID to = swapped ? customer.value() : draft.other().value();
    String note = LinkRules.note(draft.note(), problems);
    LinkRules.dates(draft.since(), draft.until(), problems);
    if (from.equals(to)) {
      problems.add(LinkRules.itself());
    } else if (!kinds.containsKey(draft.other().value())) {
      problems.add(LinkRules.unknownOther());
    } else {
      LinkRules.kinds(type, kinds.get(from), kinds.get(to), problems);
      problems.addAll(LinkRules.against(type, rows.between(from, to)));
    }
    LinkRules.refuse(problems);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Actor actor = access.actor();
    try {
      rows.add(
          new LinkRows.Row(
              id, 1, from, to, type, draft.since(), draft.until(), note, now(), actor, null, null));
    } catch (RuntimeException e) {
      // run again, it sees the link that another one made meanwhile
      throw Conflicts.duplicate(e, "customer_link_once") ? new Overtaken(e) : e;
    }
    LinkRows.Row added = rows.find(id).orElseThrow();
    tell("CustomersLinked", added, changes(null, added), source);
    return added.seenFrom(from.equals(customer.value()));
  }

  public LinkView revise(UUID id, Change change, int version, Source source) {
    LinkRows.Row before = locked(id);
    if (before.version() != version) {
      throw new Outdated("link " + id, version, before.version());
    }
    List<Problem> problems = new ArrayList<>();
    String note = LinkRules.note(change.note(), problems);
    LinkRules.dates(change.since(), change.until(), problems);
    LinkRules.refuse(problems);
    if (Objects.equals(before.since(), change.since())
        && Objects.equals(before.until(), change.until())
        && Objects.equals(before.note(), note)) {
      return before.seenFrom(true);
    }
    rows.change(id, change.since(), change.until(), note);
    LinkRows.Row after = rows.find(id).orElseThrow();
    tell("CustomerLinkRevised", after, changes(before, after), source);
    return after.seenFrom(true);
  }

  public void remove(UUID id, Source source) {
    LinkRows.Row row = locked(id);
    rows.remove(id);
    tell("CustomersUnlinked", row, changes(row, null), source);
  }

  private LinkRows.Row locked(UUID id) {
    LinkRows.Row seen = rows.find(id).orElseThrow(() -> new NoSuchLink(id));
    locked(seen.from(), seen.to());
    return rows.find(id).orElseThrow(() -> new NoSuchLink(id));
  }

  /** The kinds of the customers that exist, whose rows are now locked. */
  private Map<UUID, String> locked(UUID one, UUID other) {
    Map<UUID, String> kinds = new HashMap<>();
    work.sql()
        .createQuery("SELECT id, kind FROM customer WHERE id IN (?, ?) ORDER BY id FOR UPDATE")
        .bind(0, one)
        .bind(1, other)
        .map((row, context) -> kinds.put(row.getObject(1, UUID.class), row.getString(2)))
        .forEach(previous -> {});
    return kinds;
  }

  private void tell(String fact, LinkRows.Row link, JsonArrayBuilder changes, Source source) {
    JsonObject payload =
        JSON.createObjectBuilder()
            .add("customerId", link.from().toString())
            .add("otherId", link.to().toString())
            .add("type", link.type().word())
            .add("source", source.json())
            .add("changes", changes)
            .build();
    outbox.record(fact, "link", link.id(), payload);
  }

  private static JsonArrayBuilder changes(
      LinkRows.@Nullable Row before, LinkRows.@Nullable Row after) {
    JsonArrayBuilder changes = JSON.createArrayBuilder();
    change(
        changes,
        "type",
        before == null ? null : before.type().word(),
        after == null ? null : after.type().word());
    change(
        changes,
        "since",
        before == null ? null : before.since(),
        after == null ? null : after.since());
    change(
        changes,
        "until",
        before == null ? null : before.until(),
        after == null ? null : after.until());
    change(
        changes,
        "note",
        before == null ? null : before.note(),
        after == null ? null : after.note());
    return changes;
  }

  private static void change(
      JsonArrayBuilder changes, String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(
          JSON.createObjectBuilder()
              .add("field", field)
              .add("before", text(before))
              .add("after", text(after)));
    }
  }

  private static JsonValue text(@Nullable Object value) {
    return value == null ? JsonValue.NULL : JSON.createValue(value.toString());
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
  }
}
