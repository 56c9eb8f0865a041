package app.quen.record.internal;

import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.account.ListMembers;
import app.quen.account.Member;
import app.quen.customer.CustomersInSight;
import app.quen.database.Work;
import app.quen.record.Draft;
import app.quen.record.Property;
import app.quen.record.RecordType;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Whether what records point at is there. */
@ApplicationScoped
class References {

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject ListMembers members;
  @Inject CustomersInSight customers;
  @Inject Policy policy;

  /** In the order of their ids, so that two who lock the same ones do not wait for each other. */
  void lockCustomers(Collection<JsonObject> written) {
    Set<String> ids = new TreeSet<>();
    for (JsonObject one : written) {
      if (one.get("customerId") instanceof JsonString id && isId(id.getString())) {
        ids.add(id.getString());
      }
    }
    if (!ids.isEmpty()) {
      work.sql()
          .createQuery("SELECT id FROM customer WHERE id IN (<ids>) ORDER BY id FOR UPDATE")
          .bindList("ids", List.copyOf(ids))
          .mapTo(String.class)
          .list();
    }
  }

  private static boolean isId(String text) {
    return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  }

  /** Only what is new is looked at: who was named before may have left since. */
  void check(RecordType type, List<Draft> drafts) {
    check(
        "customerId",
        drafts,
        this::customers,
        "Không có khách hàng này trong không gian làm việc.",
        "There is no such customer in this workspace.");
    for (Property property : type.all()) {
      if (property.kind() == Property.Kind.MEMBER) {
        check(
            property.key(),
            drafts,
            ids -> memberIds(),
            "Phải là một thành viên của không gian làm việc này.",
            "This must be a member of this workspace.");
      } else if (property.table() != null) {
        check(
            property.key(),
            drafts,
            ids -> existing(property.table(), ids),
            "Không có mục này trong không gian làm việc.",
            "There is no such thing in this workspace.");
      }
    }
  }

  private interface Lookup {
    Set<String> among(Set<String> ids);
  }

  private static void check(String key, List<Draft> drafts, Lookup lookup, String vi, String en) {
    Set<String> ids =
        drafts.stream()
            .filter(draft -> draft.has(key) && draft.changed(key))
            .map(draft -> draft.text(key))
            .collect(Collectors.toSet());
    if (ids.isEmpty()) {
      return;
    }
    Set<String> known = lookup.among(ids);
    for (Draft draft : drafts) {
      String id = draft.changed(key) ? draft.text(key) : null;
      if (id != null && !known.contains(id)) {
        draft.problem(key, "unknown", vi, en);
      }
    }
  }

  private Set<String> customers(Set<String> ids) {
    return customers.among(ids.stream().map(UUID::fromString).toList()).stream()
        .map(UUID::toString)
        .collect(Collectors.toSet());
  }

  private Set<String> existing(String table, Set<String> ids) {
    String seen = table.equals("sales_order") ? policy.of("order").rows("r") : Sight.EVERY_ROW;
    return work.sql()
        .createQuery("SELECT r.id FROM " + table + " r WHERE r.id IN (<ids>) AND " + seen)
        .bindList("ids", List.copyOf(ids))
        .mapTo(String.class)
        .set();
  }

  private Set<String> memberIds() {
    return members.list(tenants.current().id()).stream()
        .map(Member::id)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }
}
