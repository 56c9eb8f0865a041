package app.quen.record.internal;

import app.quen.access.Access;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.database.Work;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.record.RecordDeclaration;
import app.quen.record.RecordPage;
import app.quen.record.RecordQuery;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.record.Records;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Walks through a list to its end. */
@ApplicationScoped
public class Exporting {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Access access;
  @Inject Records records;
  @Inject Policy policy;
  @Inject @Any Instance<RecordDeclaration> declarations;

  public void export(String recordType, RecordQuery query, Consumer<JsonObject> row) {
    RecordType type = type(recordType);
    access.require(type.name() + ":read");
    String cursor = null;
    do {
      String from = cursor;
      Page page = work.transact(() -> page(type, query, from));
      page.rows.forEach(row);
      cursor = page.next;
    } while (cursor != null);
  }

  private record Page(List<JsonObject> rows, String next) {}

  private RecordType type(String recordType) {
    return declarations.stream()
        .map(RecordDeclaration::type)
        .filter(type -> type.name().equals(recordType))
        .findFirst()
        .orElseThrow(
            () ->
                new Invalid(
                    List.of(
                        new Problem(
                            "record",
                            "unknown",
                            new Text(
                                "Không có loại hồ sơ “" + recordType + "”.",
                                "There is no record type “" + recordType + "”.")))));
  }

  private Page page(RecordType type, RecordQuery query, String cursor) {
    RecordPage page = records.list(type, query, cursor, Records.MOST);
    Map<String, Known> known = customers(page.items());
    List<JsonObject> rows =
        page.items().stream().map(record -> withCustomer(record.json(), known)).toList();
    return new Page(rows, page.nextCursor());
  }

  /** By what a customer is recognised when the file is imported again. */
  private static final class Known {
    private String externalId;
    private final Map<String, String> contacts = new HashMap<>();
  }

  private Map<String, Known> customers(List<RecordView> page) {
    List<String> ids =
        page.stream()
            .map(record -> record.json().getString("customerId", null))
            .filter(Objects::nonNull)
            .distinct()
            .toList();
    Map<String, Known> known = new HashMap<>();
    Sight sight = policy.of("customer");
    if (ids.isEmpty()) {
      return known;
    }
    work.sql()
        .createQuery(
            "SELECT c.id, c.external_id FROM customer c WHERE c.id IN (<ids>) AND "
                + sight.rows("c"))
        .bindList("ids", ids)
        .map(
            (row, context) -> {
              known.computeIfAbsent(row.getString(1), k -> new Known()).externalId =
                  sight.text("externalId", row.getString(2));
              return row.getString(1);
            })
        .list();
    work.sql()
        .createQuery(
            "SELECT customer_id, kind, written, normal FROM customer_identifier"
                + " WHERE customer_id IN (<ids>) ORDER BY customer_id, kind, is_primary DESC,"
                + " position")
        .bindList("ids", ids)
        .map(
            (row, context) -> {
              String key = row.getString(2) + "s";
              boolean whole = sight.reads(key);
              String shown = sight.text(key, row.getString(whole ? 3 : 4));
              Known customer = known.get(row.getString(1));
              if (customer != null && shown != null) {
                customer.contacts.putIfAbsent(row.getString(2), shown);
              }
              return row.getString(1);
            })
        .list();
    return known;
  }

  private static JsonObject withCustomer(JsonObject record, Map<String, Known> customers) {
    if (!(record.get("customerId") instanceof JsonString id)) {
      return record;
    }
    var customer = JSON.createObjectBuilder().add("name", record.getString("customerName", ""));
    Known known = customers.get(id.getString());
    if (known != null) {
      if (known.externalId != null) {
        customer.add("externalId", known.externalId);
      }
      known.contacts.forEach(
          (kind, written) ->
              customer.add(
                  kind + "s",
                  JSON.createArrayBuilder().add(JSON.createObjectBuilder().add("value", written))));
    }
    return JSON.createObjectBuilder(record).add("customer", customer).build();
  }
}
