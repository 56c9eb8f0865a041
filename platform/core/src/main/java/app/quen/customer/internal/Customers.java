package app.quen.customer.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.WithoutSight;
import app.quen.customer.Conflict;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.NoSuchCustomer;
import app.quen.customer.Source;
import app.quen.customer.internal.Writer.Change;
import app.quen.customer.model.Customer;
import app.quen.customer.model.Keys;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.field.Catalogue;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.field.StoredValues;
import app.quen.installation.Checks;
import app.quen.text.Text;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The customers of the workspace that is entered, one at a time; many go through {@link Batch}. */
@WithoutSight(because = "it reads what it writes; SeenCustomers asks before and shows after")
@ApplicationScoped
public class Customers {

  private static final String RECORD = "customer";

  @Inject Work work;
  @Inject Access access;
  @Inject Rows rows;
  @Inject Writer writer;
  @Inject TermRows terms;
  @Inject Outbox outbox;
  @Inject Checks checks;
  @Inject StoredValues values;
  @Inject Trash trash;
  @Inject Origins origins;
  @Inject SeenCustomers seen;

  /** As the database keeps it. */
  static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MICROS);
  }

  static CustomerId newId() {
    return new CustomerId(UuidCreator.getTimeOrderedEpoch());
  }

  Actor actor() {
    return access.actor();
  }

  /** All of it, for who changes it; nobody is shown it as it is. */
  CustomerView known(CustomerId id) {
    List<CustomerView> found = rows.read(List.of(id.value()));
    if (found.isEmpty()) {
      throw new NoSuchCustomer(id);
    }
    return found.get(0);
  }

  /** One that may be changed: not in the trash. */
  CustomerView showInUse(CustomerId id) {
    CustomerView customer = known(id);
    if (customer.deletedAt() != null) {
      throw new Invalid(List.of(inTrash()));
    }
    return customer;
  }

  static Problem inTrash() {
    return new Problem(
        "id",
        "in-trash",
        new Text(
            "Khách hàng này đang ở trong thùng rác. Hãy khôi phục trước khi sửa.",
            "This customer is in the trash. Restore it before you change it."));
  }

  CustomerView add(CustomerView customer, Catalogue catalogue, Source source) {
    refuse(problems(customer, null, catalogue));
    work.entities().persist(new Customer(customer));
    flush(customer);
    writer.insertParts(List.of(customer), catalogue);
    JsonArray changes = Changes.between(null, customer);
    outbox.record(
        "CustomerRegistered",
        RECORD,
        customer.id().value(),
        Changes.payload(customer.version(), source, changes));
    return customer;
  }

  /** Locks the customer's row until the transaction ends; a second writer waits here. */
  Customer lock(CustomerId id) {
    Customer customer =
        work.entities().find(Customer.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
    if (customer == null) {
      throw new NoSuchCustomer(id);
    }
    if (!seen.sight().everyRow()) {
      seen.requireChangeable(known(id));
    }
    return customer;
  }

  CustomerView change(
      Customer entity,
      CustomerView before,
      CustomerView after,
      Catalogue catalogue,
      Source source) {
    JsonArray changes = Changes.between(before, after);
    if (changes.isEmpty()) {
      return before;
    }
    refuse(problems(after, before, catalogue));
    entity.take(after);
    flush(after);
    UUID id = entity.id();
    writer.updateParts(
        List.of(new Change(before, after)), rows.storedValues(List.of(id)), catalogue);
    outbox.record("CustomerRevised", RECORD, id, Changes.payload(after.version(), source, changes));
    return after;
  }

  public CustomerView archive(CustomerId id, Source source) {
    Customer entity = lock(id);
    CustomerView before = showInUse(id);
    if (entity.archived()) {
      return before;
    }
    Instant now = now();
    entity.archive(actor(), now);
    return moved(
        before, "CustomerArchived", true, Changes.ofArchiving(null, now.toString()), source);
  }

  public CustomerView restore(CustomerId id, Source source) {
    Customer entity = lock(id);
    CustomerView before = known(id);
    if (before.deletedAt() != null) {
      return trash.restore(before, source);
    }
    if (!entity.archived()) {
      return before;
    }
    entity.restore(actor(), now());
    JsonArray changes =
        Changes.ofArchiving(Objects.requireNonNull(before.archivedAt()).toString(), null);
    return moved(before, "CustomerRestored", false, changes, source);
  }

  private CustomerView moved(
      CustomerView before, String fact, boolean archived, JsonArray changes, Source source) {
    terms.move(before, archived);
    CustomerView after = known(before.id());
    outbox.record(
        fact,
        RECORD,
        before.id().value(),
        Changes.payload(after.version(), origins.of(source), changes));
    return after;
  }

  /** What the plugins and the other customers have against it. */
  private List<Problem> problems(
      CustomerView customer, @Nullable CustomerView before, Catalogue catalogue) {
    List<Problem> problems = new ArrayList<>(checks.checkCustomer(customer.json()));
    if (customer.externalId() != null) {
      String key = Keys.ofExternalId(customer.externalId());
      UUID holder = holders(List.of(key)).get(key);
      if (holder != null && !holder.equals(customer.id().value())) {
        problems.add(taken(customer.externalId()));
      }
    }
    if (problems.isEmpty()) {
      problems.addAll(values.claim(RECORD, catalogue, List.of(claim(before, customer))).getFirst());
    }
    return problems;
  }

  static StoredValues.Claim claim(@Nullable CustomerView before, CustomerView after) {
    return new StoredValues.Claim(
        after.id().value(),
        before == null ? JsonValue.EMPTY_JSON_OBJECT : before.fields(),
        after.fields());
  }

  /** Who has these external ids, by their keys; archived customers too. */
  Map<String, UUID> holders(Collection<String> externalKeys) {
    Map<String, UUID> holders = new HashMap<>();
    if (!externalKeys.isEmpty()) {
      work.sql()
          .createQuery("SELECT external_key, id FROM customer WHERE external_key IN (<keys>)")
          .bindList("keys", List.copyOf(externalKeys))
          .map((row, context) -> holders.put(row.getString(1), row.getObject(2, UUID.class)))
          .forEach(previous -> {});
    }
    return holders;
  }

  static Problem taken(String externalId) {
    return new Problem(
        "externalId",
        "taken",
        new Text(
            "Mã “" + externalId + "” đã thuộc về một khách hàng khác.",
            "Another customer already has the external id “" + externalId + "”."));
  }

  static void refuse(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
  }

  /** Two may take the same external id at the same time; the index then refuses the second. */
  private void flush(CustomerView customer) {
    try {
      work.entities().flush();
    } catch (PersistenceException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        String message = cause.getMessage();
        if (message != null
            && message.contains("Duplicate entry")
            && message.contains("customer_external")
            && customer.externalId() != null) {
          throw new Invalid(List.of(taken(customer.externalId())));
        }
      }
      throw e;
    }
  }

  Conflict conflict(CustomerView current, int expectedVersion) {
    Set<String> fields = new LinkedHashSet<>();
    Set<Integer> seen = new HashSet<>();
    work.sql()
        .createQuery(
            // told ones are in the history, the newest may still be on their way
            "SELECT payload FROM customer_history WHERE customer_id = :id AND fact_seq >= 0"
                + " UNION ALL SELECT payload FROM fact WHERE dispatched = FALSE"
                + " AND record_id = :id")
        .bind("id", current.id().value())
        .mapTo(String.class)
        .forEach(
            text -> {
              JsonObject payload = Rows.parse(text);
              int version = payload.getInt("version", 0);
              if (version > expectedVersion && seen.add(version)) {
                payload
                    .getJsonArray("changes")
                    .getValuesAs(JsonObject.class)
                    .forEach(change -> fields.add(change.getString("field")));
              }
            });
    return new Conflict(current, List.copyOf(fields));
  }
}
