package app.quen.customer.internal;

import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.access.Refused;
import app.quen.access.Sight;
import app.quen.customer.Conflict;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomersInSight;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.Problem;
import app.quen.field.Unwritable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Customers as who is acting sees them. What leaves this component has come through here. */
@ApplicationScoped
public class SeenCustomers implements CustomersInSight {

  private static final String RECORD = "customer";

  @Inject Work work;
  @Inject Policy policy;
  @Inject Rows rows;
  @Inject Customers customers;

  /** Who was shown to see which customers in the open unit of work: the parts of a page all ask. */
  private record Looked(Map<Actor, Set<UUID>> seen) {}

  Sight sight() {
    return policy.of(RECORD);
  }

  private Set<UUID> looked() {
    return work.companion(Looked.class, () -> new Looked(new HashMap<>()))
        .seen
        .computeIfAbsent(customers.actor(), actor -> new HashSet<>());
  }

  /** Those of the ids that exist and are seen, in the order of the ids. */
  List<CustomerView> read(Collection<UUID> ids) {
    return seen(rows.read(ids));
  }

  List<CustomerView> read(Collection<UUID> ids, Catalogue catalogue) {
    return seen(rows.read(ids, catalogue));
  }

  private List<CustomerView> seen(List<CustomerView> found) {
    Sight sight = sight();
    return sight.whole()
        ? found
        : found.stream()
            .filter(customer -> sight.sees(customer.ownerId(), customer.id().value()))
            .map(customer -> Seen.of(customer, sight))
            .toList();
  }

  public CustomerView show(CustomerId id) {
    CustomerView shown =
        read(List.of(id.value())).stream().findFirst().orElseThrow(() -> new NoSuchCustomer(id));
    looked().add(id.value());
    return shown;
  }

  /** What was written, for who wrote it: also where they have just given it away. */
  public CustomerView seen(CustomerView written) {
    return Seen.of(written, sight());
  }

  Conflict seen(Conflict conflict) {
    Sight sight = sight();
    return new Conflict(
        Seen.of(conflict.current(), sight),
        conflict.changedFields().stream().filter(sight::reads).toList());
  }

  @Override
  public void require(CustomerId customer) {
    Set<UUID> looked = looked();
    if (!looked.contains(customer.value())) {
      looked.addAll(among(List.of(customer.value())));
    }
    if (!looked.contains(customer.value())) {
      throw new NoSuchCustomer(customer);
    }
  }

  @Override
  public Set<UUID> among(Collection<UUID> customers) {
    Set<UUID> seen = new HashSet<>();
    if (!customers.isEmpty()) {
      PlainSql.read(
          work.sql(),
          "SELECT c.id FROM customer c WHERE c.id IN (%s) AND " + sight().rows("c"),
          customers,
          row -> seen.add(row.getObject(1, UUID.class)));
    }
    return seen;
  }

  @Override
  public void requireChangeable(CustomerId id) {
    Sight sight = sight();
    if (sight.everyRow()) {
      require(id);
    } else {
      List<CustomerView> found = rows.read(List.of(id.value()));
      if (found.isEmpty()) {
        throw new NoSuchCustomer(id);
      }
      requireChangeable(found.getFirst());
    }
  }

  void requireChangeable(CustomerView customer) {
    Sight sight = sight();
    UUID id = customer.id().value();
    if (!sight.sees(customer.ownerId(), id)) {
      throw new NoSuchCustomer(customer.id());
    }
    if (!sight.mayChange(customer.ownerId(), id)) {
      throw new Refused("customer:update");
    }
  }

  /** Without those that are not seen or not to be changed. */
  Map<UUID, CustomerView> changeable(Map<UUID, CustomerView> found) {
    Sight sight = sight();
    if (!sight.everyRow()) {
      found
          .entrySet()
          .removeIf(
              one ->
                  !sight.sees(one.getValue().ownerId(), one.getKey())
                      || !sight.mayChange(one.getValue().ownerId(), one.getKey()));
    }
    return found;
  }

  /** What a patch wants to write, by field. */
  static Set<String> keys(JsonObject patch) {
    Set<String> keys = new LinkedHashSet<>(patch.keySet());
    keys.remove("fields");
    if (patch.get("fields") instanceof JsonObject fields) {
      keys.addAll(fields.keySet());
    }
    keys.removeAll(CustomerShape.SYSTEM);
    return keys;
  }

  /** What a draft says, by field; what it does not say it does not write. */
  static Set<String> keys(CustomerDraft draft) {
    Set<String> keys = new LinkedHashSet<>();
    Drafts.said(draft).forEach(keys::add);
    draft
        .fields()
        .forEach(
            (key, value) -> {
              if (value != JsonValue.NULL) {
                keys.add(key);
              }
            });
    return keys;
  }

  List<Problem> against(Collection<String> keys) {
    return Unwritable.among(keys, sight());
  }

  /** What nobody is named to look after is theirs who cannot see what is nobody's. */
  CustomerDraft owned(CustomerDraft draft) {
    Actor actor = customers.actor();
    return draft.ownerId() == null
            && actor.kind() == Actor.Kind.MEMBER
            && actor.id() != null
            && sight().owners() != null
        ? Drafts.ownedBy(draft, actor.id())
        : draft;
  }
}
