package app.quen.record.internal;

import app.quen.access.Actor;
import app.quen.access.Policy;
import app.quen.access.Sight;
import app.quen.customer.CustomerId;
import app.quen.database.Work;
import app.quen.record.RecordChange;
import app.quen.record.RecordTimelines;
import app.quen.record.RecordType;
import app.quen.record.RecordView;
import app.quen.record.Records;
import app.quen.timeline.FactsAt;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** {@link RecordTimelines} by the indexes of the records' tables. */
@ApplicationScoped
class StoredTimelines implements RecordTimelines {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Work work;
  @Inject Records records;
  @Inject Policy policy;
  @Inject RecordHistory history;

  @Override
  public TimelineSource records(RecordType type, String at, String kindOf) {
    return new OfRecords(type, at, kindOf);
  }

  @Override
  public TimelineSource changes(RecordType type) {
    return new OfChanges(type);
  }

  private final class OfRecords implements TimelineSource {

    private final RecordType type;
    private final String at;
    private final String kindOf;

    OfRecords(RecordType type, String at, String kindOf) {
      this.type = type;
      this.at = at;
      this.kindOf = kindOf;
    }

    @Override
    public String kind() {
      return type.name();
    }

    @Override
    public String permission() {
      return type.name() + ":read";
    }

    @Override
    public Track track() {
      return new Track(
          "%s r FORCE INDEX (%s)".formatted(type.table(), index()),
          "deleted_at IS NULL AND " + policy.of(type.name()).rowsOfSeen("r"),
          at,
          "id");
    }

    @Override
    public List<TimelineEntry> entries(CustomerId customer, List<Place> places) {
      Map<UUID, Instant> found = new LinkedHashMap<>();
      places.forEach(place -> found.put(place.id(), place.at()));
      return records.show(type, customer, found.keySet()).stream()
          .map(record -> entry(record, found.get(record.id())))
          .toList();
    }

    /** Named: another one keeps the order too, of all customers together. */
    private String index() {
      return type.drivers().stream()
          .filter(driver -> driver.keys().equals(List.of("customerId")))
          .findFirst()
          .orElseThrow()
          .index();
    }

    private TimelineEntry entry(RecordView record, Instant happened) {
      JsonObject json = record.json();
      return new TimelineEntry(
          type.name(),
          record.id(),
          happened,
          actor(json.getJsonObject("createdBy")),
          json.getString(kindOf, type.name()),
          json,
          null);
    }
  }

  private static Actor actor(JsonObject json) {
    String id = json.getString("id", null);
    return new Actor(
        Actor.Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
        id == null ? null : UUID.fromString(id),
        json.getString("name"));
  }

  private final class OfChanges implements TimelineSource {

    private final RecordType type;

    OfChanges(RecordType type) {
      this.type = type;
    }

    @Override
    public String kind() {
      return "change";
    }

    @Override
    public String permission() {
      return type.name() + ":read";
    }

    /** A change, and the record that it changed. */
    private record Found(UUID record, RecordChange change) {}

    @Override
    public Track track() {
      Sight sight = policy.of(type.name());
      String ofSeen =
          sight.everyRow()
              ? ""
              : " AND EXISTS (SELECT 1 FROM %s r WHERE r.id = record_id AND %s)"
                  .formatted(type.table(), sight.rows("r"));
      return new Track(
          "record_history", "record_type = '" + type.name() + "'" + ofSeen, "at", "fact_id");
    }

    @Override
    public List<TimelineEntry> entries(CustomerId customer, List<Place> places) {
      List<Found> found = new ArrayList<>();
      FactsAt.read(
          work.sql(),
          "record_id, record_type, fact_id, type, at, actor_kind, actor_id, actor_name, payload",
          "record_history",
          customer,
          places,
          row -> found.add(new Found(row.getObject("record_id", UUID.class), history.change(row))));
      Map<UUID, RecordView> changed = new LinkedHashMap<>();
      records
          .show(type, found.stream().map(Found::record).distinct().toList())
          .forEach(record -> changed.put(record.id(), record));
      Sight sight = policy.of(type.name());
      List<TimelineEntry> entries = new ArrayList<>();
      for (Found one : found) {
        RecordChange told = RecordHistory.seen(one.change(), sight);
        if (told != null && changed.containsKey(one.record())) {
          entries.add(entry(told, changed.get(one.record())));
        }
      }
      return entries;
    }

    private TimelineEntry entry(RecordChange change, RecordView record) {
      JsonObjectBuilder named =
          JSON.createObjectBuilder()
              .add("recordType", type.name())
              .add("id", record.id().toString());
      for (String key : List.of("kind", "channel", "state", type.title())) {
        if (record.json().containsKey(key)) {
          named.add(key, record.json().get(key));
        }
      }
      return new TimelineEntry(
          "change",
          change.id(),
          change.at(),
          change.actor(),
          change.type(),
          named.build(),
          change.payload());
    }
  }
}
