package app.quen.customer.internal;

import app.quen.access.Sight;
import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.MatchCustomers.Match;
import app.quen.customer.model.Keys;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Operator;
import app.quen.field.Problem;
import app.quen.field.SecretFilter;
import app.quen.text.EmailAddress;
import app.quen.text.PhoneNumber;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recognises customers by the normal form of what identifies them. */
@ApplicationScoped
public class Matching {

  private static final int AT_MOST = 10;

  @Inject Work work;
  @Inject Customers customers;
  @Inject SeenCustomers seen;
  @Inject Fields fields;

  public List<Match> match(List<CustomerDraft> drafts, Set<String> by) {
    List<Set<String>> keys = drafts.stream().map(draft -> keys(draft, by)).toList();
    Set<String> all = new LinkedHashSet<>();
    keys.forEach(all::addAll);
    Map<String, Set<CustomerId>> known = known(all);
    List<Match> matches = new ArrayList<>(drafts.size());
    for (Set<String> some : keys) {
      Set<CustomerId> found = new LinkedHashSet<>();
      some.forEach(key -> found.addAll(known.getOrDefault(key, Set.of())));
      matches.add(new Match(some, List.copyOf(found)));
    }
    return matches;
  }

  public List<CustomerView> possibleDuplicates(
      @Nullable String phone,
      @Nullable String email,
      @Nullable String externalId,
      List<String> fields) {
    Set<String> keys = new LinkedHashSet<>();
    addPhone(keys, phone);
    addEmail(keys, email);
    addExternalId(keys, externalId);
    Set<UUID> ids = new LinkedHashSet<>();
    known(keys).values().forEach(found -> found.forEach(id -> ids.add(id.value())));
    fields.forEach(field -> ids.addAll(withEqual(field)));
    return seen.read(ids.stream().limit(AT_MOST).toList());
  }

  /** By the mark of a value; who does not see the field is refused. */
  private List<UUID> withEqual(String written) {
    int colon = written.indexOf(':');
    String key = colon < 0 ? written : written.substring(0, colon);
    Field field = fields.find("customer", key).filter(Field::marked).orElse(null);
    if (colon < 0 || field == null) {
      throw new Invalid(
          List.of(
              new Problem(
                  "field",
                  "unsuited",
                  new Text(
                      "Chỉ so trùng được theo trường “nhạy cảm” và lọc được: <khóa>:<giá trị>.",
                      "Duplicates are found by sensitive fields that can be filtered by:"
                          + " <key>:<value>."))));
    }
    seen.sight().requireFilterable(List.of(key));
    SecretFilter asked =
        SecretFilter.of(
            fields, "customer", field, Operator.EQ, List.of(written.substring(colon + 1)));
    if (asked.problem() != null) {
      throw new Invalid(List.of(asked.problem()));
    }
    try (var query =
        work.sql()
            .createQuery(
                "SELECT m.record_id FROM secret_index m JOIN customer c ON c.id = m.record_id AND"
                    + " c.archived < 2 WHERE m."
                    + asked.marks()
                    + " ORDER BY m.record_id LIMIT "
                    + AT_MOST)) {
      for (int i = 0; i < asked.parameters().size(); i++) {
        query.bind(i, asked.parameters().get(i));
      }
      return query.mapTo(UUID.class).list();
    }
  }

  private static Set<String> keys(CustomerDraft draft, Set<String> by) {
    Set<String> keys = new LinkedHashSet<>();
    if (by.contains("externalId")) {
      addExternalId(keys, draft.externalId());
    }
    if (by.contains("phone")) {
      draft.phones().forEach(phone -> addPhone(keys, phone.value()));
    }
    if (by.contains("email")) {
      draft.emails().forEach(email -> addEmail(keys, email.value()));
    }
    return keys;
  }

  private static void addPhone(Set<String> keys, @Nullable String written) {
    if (written != null) {
      PhoneNumber.read(written).ifPresent(phone -> keys.add("phone:" + phone.normal()));
    }
  }

  private static void addEmail(Set<String> keys, @Nullable String written) {
    if (written != null) {
      EmailAddress.read(written).ifPresent(email -> keys.add("email:" + email.normal()));
    }
  }

  private static void addExternalId(Set<String> keys, @Nullable String written) {
    String key = Keys.ofExternalId(written);
    if (key != null && !key.isEmpty()) {
      keys.add("externalId:" + key);
    }
  }

  private Map<String, Set<CustomerId>> known(Set<String> keys) {
    Map<String, Set<CustomerId>> known = new HashMap<>();
    Sight sight = seen.sight();
    // who may not read it may not guess it either
    if (sight.reads("externalId")) {
      Map<String, UUID> holders = customers.holders(of("externalId:", keys));
      Set<UUID> there = seen.among(holders.values());
      holders.forEach(
          (key, id) -> {
            if (there.contains(id)) {
              known.put("externalId:" + key, Set.of(new CustomerId(id)));
            }
          });
    }
    for (String kind : List.of("phone", "email")) {
      if (!sight.reads(kind + "s")) {
        continue;
      }
      List<String> normal = of(kind + ":", keys);
      if (!normal.isEmpty()) {
        work.sql()
            .createQuery(
                "SELECT STRAIGHT_JOIN i.normal, i.customer_id FROM customer_identifier i"
                    + " JOIN customer c ON c.id = i.customer_id AND c.archived < 2"
                    + " AND "
                    + sight.rows("c")
                    + " WHERE i.kind = :kind AND i.normal IN (<normal>) ORDER BY i.customer_id")
            .bind("kind", kind)
            .bindList("normal", normal)
            .map(
                (row, context) ->
                    known
                        .computeIfAbsent(kind + ":" + row.getString(1), k -> new LinkedHashSet<>())
                        .add(new CustomerId(row.getObject(2, UUID.class))))
            .forEach(added -> {});
      }
    }
    return known;
  }

  private static List<String> of(String prefix, Collection<String> keys) {
    return keys.stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> key.substring(prefix.length()))
        .toList();
  }
}
