package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerView;
import app.quen.customer.Source;
import app.quen.customer.internal.Changes.Values;
import app.quen.customer.internal.Writer.Change;
import app.quen.database.Work;
import app.quen.digest.Sha256;
import app.quen.field.Fields;
import app.quen.field.MarkedElsewhere;
import app.quen.secret.SecretFields;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What imports and bulk edits did to each customer, so that it can be undone: the values that they
 * found and left, and of customers that they made what these were like.
 */
@WithoutSight(because = "it keeps what runs did for their undoing, and shows nothing")
@ApplicationScoped
public class RunChanges implements MarkedElsewhere {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final String RECORD = "customer";

  @Inject Work work;
  @Inject RunForgetting forgetting;
  @Inject Vault vault;
  @Inject SecretFields secrets;
  @Inject Fields fields;
  @Inject Rows rows;

  /**
   * What a run did to a customer.
   *
   * @param made digest of the content with which the run made it; null if it was there before
   * @param changes by field, in the order of the customer's JSON
   */
  record Done(UUID customer, @Nullable String made, Map<String, Values> changes) {}

  /** What makes two states of a customer one and the same. */
  String digest(CustomerView customer) {
    return digest(customer, List::getFirst);
  }

  /** The digest may be from before the workspace marked by another key. */
  boolean isAsMade(String made, CustomerView customer) {
    return made.equals(digest(customer)) || made.equals(digest(customer, List::getLast));
  }

  private String digest(CustomerView customer, Function<List<Vault.Mark>, Vault.Mark> which) {
    Set<String> sensitive = secrets.of(RECORD);
    StringBuilder content = new StringBuilder();
    new java.util.TreeMap<>(Changes.flat(customer))
        .forEach(
            (key, value) ->
                content
                    .append(key)
                    .append('=')
                    // a digest of all but one value would tell that one to who tries them all
                    .append(
                        sensitive.contains(key)
                            ? HexFormat.of()
                                .formatHex(which.apply(vault.marks(RECORD, key, value)).value())
                            : value)
                    .append('\n'));
    return HexFormat.of().formatHex(Sha256.of(content.toString()));
  }

  /** While the workspace's key for marks changes, so do the digests that are made with it. */
  @Override
  public void renew(String recordType, Collection<UUID> records) {
    if (!recordType.equals(RECORD) || records.isEmpty()) {
      return;
    }
    List<Made> made =
        work.sql()
            .createQuery(
                "SELECT run_id, customer_id, made FROM change_before WHERE customer_id IN (<ids>)"
                    + " AND made IS NOT NULL AND NOT undone")
            .bindList("ids", List.copyOf(records))
            .map(
                (row, context) ->
                    new Made(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3)))
            .list();
    if (made.isEmpty()) {
      return;
    }
    Map<UUID, CustomerView> customers = new HashMap<>();
    rows.read(made.stream().map(Made::customer).distinct().toList(), fields.catalogue(RECORD))
        .forEach(customer -> customers.put(customer.id().value(), customer));
    for (Made one : made) {
      CustomerView customer = customers.get(one.customer());
      if (customer != null && one.digest().equals(digest(customer, List::getLast))) {
        work.sql()
            .execute(
                "UPDATE change_before SET made = ? WHERE run_id = ? AND customer_id = ?",
                digest(customer),
                one.run(),
                one.customer());
      }
    }
  }

  private record Made(UUID run, UUID customer, String digest) {}

  void made(Source source, List<CustomerView> customers) {
    UUID run = source.undoableRun();
    if (run == null) {
      return;
    }
    forgetting.watch(run);
    Insert insert = new Insert("change_before", "run_id", "customer_id", "made");
    customers.forEach(customer -> insert.add(run, customer.id().value(), digest(customer)));
    insert.run(work.sql());
  }

  void revised(Source source, Collection<Change> changes) {
    UUID run = source.undoableRun();
    if (run == null || changes.isEmpty()) {
      return;
    }
    forgetting.watch(run);
    Map<UUID, Done> known = new HashMap<>();
    of(run, changes.stream().map(change -> change.after().id().value()).toList())
        .forEach(done -> known.put(done.customer, done));
    Insert insert =
        Insert.orUpdate(
            "made = VALUES(made), changes = VALUES(changes), undone = FALSE",
            "change_before",
            "run_id",
            "customer_id",
            "made",
            "changes");
    for (Change change : changes) {
      UUID id = change.after().id().value();
      Done done = known.get(id);
      if (done != null && done.made != null) {
        // once somebody else has changed it, it stays theirs
        boolean own = isAsMade(done.made, change.before());
        insert.add(run, id, own ? digest(change.after()) : done.made, null);
      } else {
        Map<String, Values> all = done == null ? new LinkedHashMap<>() : done.changes;
        Changes.values(change.before(), change.after())
            .forEach(
                (field, values) ->
                    all.merge(
                        field,
                        values,
                        (first, then) ->
                            first.after().equals(then.before())
                                ? new Values(first.before(), then.after())
                                : then));
        insert.add(run, id, null, text(id, all));
      }
    }
    insert.run(work.sql());
  }

  /** What is not undone yet, in the order of the customers' ids. */
  List<Done> next(UUID run, @Nullable UUID after, int limit) {
    return work.sql()
        .createQuery(
            "SELECT customer_id, made, changes FROM change_before WHERE run_id = :run"
                + (after == null ? "" : " AND customer_id > :after")
                + " AND NOT undone AND (made IS NOT NULL OR changes IS NOT NULL)"
                + " AND (record_type IS NULL OR record_type = 'customer')"
                + " ORDER BY customer_id LIMIT :limit")
        .bind("run", run)
        .bind("limit", limit)
        .bindMap(after == null ? Map.of() : Map.of("after", after))
        .map(
            (row, context) ->
                new Done(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    changes(row.getObject(1, UUID.class), row.getString(3))))
        .list();
  }

  void undone(UUID run, Collection<UUID> customers) {
    if (!customers.isEmpty()) {
      work.sql()
          .createUpdate(
              "UPDATE change_before SET undone = TRUE WHERE run_id = :run"
                  + " AND customer_id IN (<ids>)")
          .bind("run", run)
          .bindList("ids", List.copyOf(customers))
          .execute();
    }
  }

  private List<Done> of(UUID run, List<UUID> customers) {
    return work.sql()
        .createQuery(
            "SELECT customer_id, made, changes FROM change_before WHERE run_id = :run"
                + " AND customer_id IN (<ids>)")
        .bind("run", run)
        .bindList("ids", customers)
        .map(
            (row, context) ->
                new Done(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    changes(row.getObject(1, UUID.class), row.getString(3))))
        .list();
  }

  private String text(UUID customer, Map<String, Values> changes) {
    Set<String> sensitive = secrets.of(RECORD);
    JsonObjectBuilder json = JSON.createObjectBuilder();
    changes.forEach(
        (field, values) -> {
          UnaryOperator<JsonValue> kept =
              value ->
                  sensitive.contains(field)
                      ? vault.seal(RECORD, customer, customer, field, value)
                      : value;
          json.add(
              field,
              JSON.createArrayBuilder()
                  .add(kept.apply(values.before()))
                  .add(kept.apply(values.after())));
        });
    return json.build().toString();
  }

  private Map<String, Values> changes(UUID customer, @Nullable String text) {
    Map<String, Values> changes = new LinkedHashMap<>();
    if (text != null) {
      try (var reader = JSON.createReader(new StringReader(text))) {
        JsonObject json = reader.readObject();
        json.forEach(
            (field, value) -> {
              JsonArray pair = value.asJsonArray();
              changes.put(
                  field,
                  new Values(
                      vault.open(RECORD, customer, field, pair.get(0)),
                      vault.open(RECORD, customer, field, pair.get(1))));
            });
      }
    }
    return changes;
  }

  static JsonValue value(Map<String, JsonValue> flat, String field) {
    return flat.getOrDefault(field, JsonValue.NULL);
  }
}
