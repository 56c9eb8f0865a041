package app.quen.provenance.internal;

import app.quen.access.Actor;
import app.quen.access.ActorColumns;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomersInSight;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.provenance.Origin;
import app.quen.secret.Vault;
import app.quen.source.SourceKind;
import app.quen.source.SourceView;
import app.quen.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a customer's changes, newest first, and says for each field which one set it. */
@ApplicationScoped
public class Origins {

  public static final int EARLIER = 20;
  public static final int CHANGES = 2_000;

  /** The state of archiving is no value. */
  private static final Set<String> NO_VALUES = Set.of("archivedAt");

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Sources sources;
  @Inject CustomersInSight customers;
  @Inject Policy policy;
  @Inject Vault vault;

  private record Change(
      UUID factId, Instant at, Actor actor, @Nullable JsonObject source, JsonObject payload) {}

  public Map<String, Origin.OfField> of(CustomerId customer) {
    customers.require(customer);
    Sight sight = policy.of("customer");
    List<Change> changes = changes(customer);
    Map<UUID, SourceView> known = sources.find(sourceIds(changes));
    Map<String, List<Origin>> byField = new LinkedHashMap<>();
    for (Change change : changes) {
      SourceView source = known.get(sourceId(change.source));
      String detail = change.source == null ? null : change.source.getString("name", null);
      for (JsonValue each : sight.changes(listed(change.payload))) {
        JsonObject field = each.asJsonObject();
        String key = field.getString("field");
        if (!NO_VALUES.contains(key)) {
          byField
              .computeIfAbsent(key, k -> new ArrayList<>())
              .add(
                  new Origin(
                      field.getOrDefault("after", JsonValue.NULL),
                      source,
                      detail,
                      change.at,
                      change.actor));
        }
      }
    }
    Map<String, Origin.OfField> origins = new LinkedHashMap<>();
    byField.forEach(
        (key, values) ->
            origins.put(
                key,
                new Origin.OfField(
                    values.getFirst(),
                    List.copyOf(values.subList(1, Math.min(values.size(), 1 + EARLIER))),
                    values.size() > 1 + EARLIER)));
    return origins;
  }

  /** Told ones are in the history, the newest may still be on their way there. */
  private List<Change> changes(CustomerId customer) {
    List<Change> changes = new ArrayList<>();
    Set<UUID> seen = new HashSet<>();
    work.sql()
        .createQuery(
            "SELECT * FROM (SELECT fact_seq, fact_id, at, actor_kind, actor_id, actor_name, payload"
                + " FROM customer_history WHERE customer_id = :id UNION ALL SELECT seq, id, at,"
                + " actor_kind, actor_id, actor_name, payload FROM fact WHERE dispatched = FALSE"
                + " AND record_id = :id AND record_type = 'customer') f ORDER BY fact_seq DESC"
                + " LIMIT :most")
        .bind("id", customer.value())
        .bind("most", CHANGES)
        .map((row, context) -> change(customer, row))
        .forEach(
            change -> {
              if (seen.add(change.factId)) {
                changes.add(change);
              }
            });
    return changes;
  }

  private Change change(CustomerId customer, ResultSet row) throws SQLException {
    JsonObject payload;
    try (var reader = JSON.createReader(new StringReader(row.getString("payload")))) {
      payload = vault.openChanges("customer", customer.value(), reader.readObject());
    }
    return new Change(
        row.getObject("fact_id", UUID.class),
        Utc.at(row, "at"),
        ActorColumns.of(row, "actor"),
        payload.get("source") instanceof JsonObject source ? source : null,
        payload);
  }

  private static JsonArray listed(JsonObject payload) {
    return payload.get("changes") instanceof JsonArray changes
        ? changes
        : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static Set<UUID> sourceIds(List<Change> changes) {
    Map<UUID, Boolean> ids = new HashMap<>();
    changes.forEach(change -> ids.put(sourceId(change.source), true));
    return ids.keySet();
  }

  /** Changes from before sources were declared tell their kind only. */
  private static UUID sourceId(@Nullable JsonObject source) {
    if (source == null) {
      return SourceKind.MANUAL.standard();
    }
    if (source.get("sourceId") instanceof JsonString id) {
      return UUID.fromString(id.getString());
    }
    String kind = source.getString("kind", "");
    return kind.equals("form") && !source.containsKey("id")
        ? SourceKind.MANUAL.standard()
        : SourceKind.of(kind).orElse(SourceKind.MANUAL).standard();
  }
}
