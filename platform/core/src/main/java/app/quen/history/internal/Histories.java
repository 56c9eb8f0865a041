package app.quen.history.internal;

import app.quen.access.ActorColumns;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerId;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.history.HistoryEntry;
import app.quen.history.HistoryPage;
import app.quen.secret.Vault;
import app.quen.timeline.FactsAt;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineSource.Place;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of {@code customer_history}. */
@Dependent
public class Histories {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Work work;
  private final Policy policy;
  private final Vault vault;

  @Inject
  Histories(Work work, Policy policy, Vault vault) {
    this.work = work;
    this.policy = policy;
    this.vault = vault;
  }

  /** Copies facts inside the database; those that are there already stay as they are. */
  void takeFacts(Collection<Long> sequences) {
    String list = sequences.stream().map(String::valueOf).collect(Collectors.joining(","));
    PlainSql.execute(
        work.sql(),
        "INSERT INTO customer_history (customer_id, fact_seq, fact_id, type, at, actor_kind,"
            + " actor_id, actor_name, payload) SELECT record_id, seq, id, type, at, actor_kind,"
            + " actor_id, actor_name, payload FROM fact f WHERE f.seq IN ("
            + list
            + ") AND f.record_type = 'customer' ON DUPLICATE KEY UPDATE fact_seq = f.seq",
        List.of());
  }

  void forget(Collection<UUID> customers) {
    if (!customers.isEmpty()) {
      work.sql()
          .createUpdate("DELETE FROM customer_history WHERE customer_id IN (<ids>)")
          .bindList("ids", List.copyOf(customers))
          .execute();
    }
  }

  /** The entries older than this fact, newest first. */
  public HistoryPage page(CustomerId customer, long before, int limit) {
    Sight sight = policy.of("customer");
    List<Row> rows =
        work.sql()
            .createQuery(
                "SELECT fact_seq, fact_id, type, at, actor_kind, actor_id, actor_name, payload"
                    + " FROM customer_history WHERE customer_id = ? AND fact_seq < ? ORDER BY"
                    + " fact_seq DESC LIMIT ?")
            .bind(0, customer.value())
            .bind(1, before)
            .bind(2, limit + 1)
            .map((row, context) -> new Row(row.getLong("fact_seq"), entry(customer, row, sight)))
            .list();
    boolean more = rows.size() > limit;
    List<Row> shown = more ? rows.subList(0, limit) : rows;
    String next = more ? Long.toString(shown.getLast().sequence(), Character.MAX_RADIX) : null;
    return new HistoryPage(shown.stream().map(Row::entry).filter(Objects::nonNull).toList(), next);
  }

  /** The entries at these places of the timeline. */
  List<TimelineEntry> entries(CustomerId customer, List<Place> places) {
    Sight sight = policy.of("customer");
    List<TimelineEntry> entries = new ArrayList<>();
    FactsAt.read(
        work.sql(),
        "fact_id, type, at, actor_kind, actor_id, actor_name, payload",
        "customer_history",
        customer,
        places,
        row -> {
          JsonObject payload = seen(payload(customer, row), sight);
          if (payload != null) {
            entries.add(timelineEntry(customer, row, payload));
          }
        });
    return entries;
  }

  /** Without what is not seen; null if nothing is left of the change. */
  private static @Nullable JsonObject seen(JsonObject payload, Sight sight) {
    if (sight.whole() || !(payload.get("changes") instanceof JsonArray changes)) {
      return payload;
    }
    JsonArray told = sight.changes(changes);
    return told.isEmpty() && !changes.isEmpty()
        ? null
        : JSON.createObjectBuilder(payload).add("changes", told).build();
  }

  private static TimelineEntry timelineEntry(CustomerId customer, ResultSet row, JsonObject payload)
      throws SQLException {
    JsonObject record =
        JSON.createObjectBuilder()
            .add("recordType", "customer")
            .add("id", customer.toString())
            .build();
    return new TimelineEntry(
        "change",
        row.getObject("fact_id", UUID.class),
        Utc.at(row, "at"),
        ActorColumns.of(row, "actor"),
        row.getString("type"),
        record,
        payload);
  }

  private JsonObject payload(CustomerId customer, ResultSet row) throws SQLException {
    try (var reader = JSON.createReader(new StringReader(row.getString("payload")))) {
      return vault.openChanges("customer", customer.value(), reader.readObject());
    }
  }

  private @Nullable HistoryEntry entry(CustomerId customer, ResultSet row, Sight sight)
      throws SQLException {
    JsonObject payload = seen(payload(customer, row), sight);
    if (payload == null) {
      return null;
    }
    return new HistoryEntry(
        row.getObject("fact_id", UUID.class),
        Utc.at(row, "at"),
        ActorColumns.of(row, "actor"),
        row.getString("type"),
        source(payload.get("source")),
        changes(payload));
  }

  /** A source is {@code {kind, id?, name?}}; its name says more than its kind. */
  private static @Nullable String source(@Nullable JsonValue source) {
    return switch (source) {
      case JsonString text -> text.getString();
      case JsonObject object -> object.getString("name", object.getString("kind", null));
      case null, default -> null;
    };
  }

  private static List<HistoryEntry.Change> changes(JsonObject payload) {
    var changes = new ArrayList<HistoryEntry.Change>();
    if (payload.get("changes") instanceof Collection<?> listed) {
      for (Object each : listed) {
        if (each instanceof JsonObject change) {
          changes.add(
              new HistoryEntry.Change(
                  change.getString("field"),
                  change.getOrDefault("before", JsonValue.NULL),
                  change.getOrDefault("after", JsonValue.NULL)));
        }
      }
    }
    return changes;
  }

  private record Row(long sequence, @Nullable HistoryEntry entry) {}
}
