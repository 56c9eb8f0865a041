package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import app.quen.field.FieldWork;
import app.quen.field.FieldWork.Kind;
import app.quen.secret.Sealing;
import app.quen.secret.Unreadable;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts what is stored of a field that has become sensitive, of some records at a time: their
 * values, and what is told of them. The other way only the values are decrypted: what was told
 * stays as it is, and is read as before.
 */
@WithoutSight(because = "it changes how values are stored, whoever sees them, and shows none")
@ApplicationScoped
class SecretValues {

  @Inject Work work;
  @Inject Vault vault;
  @Inject FieldTable table;
  @Inject FieldJobs jobs;

  /**
   * Orders what is missing: a field that was sensitive before there was a vault, or of a plugin.
   */
  void orderMissing(Collection<FieldTable.Row> rows) {
    for (FieldTable.Row row : rows) {
      if (row.field().secret()
          && !row.sealed()
          && (row.work() == null || !row.work().state().open())
          && RecordTable.find(row.recordType()).isPresent()) {
        FieldWork ordered = FieldWork.ordered(Kind.SEAL, row.work(), row.field(), Instant.now());
        table.setWork(row.id(), ordered);
        jobs.orderWork(row.id(), ordered.attempt());
      }
    }
  }

  /**
   * @param stored all values of some records, which are locked
   * @return how many have a value of the field
   */
  int seal(FieldTable.Row row, RecordTable record, Map<UUID, JsonObject> stored) {
    String key = row.field().key();
    Set<String> keys = keys(key);
    Map<UUID, UUID> customers = customers(record, stored.keySet());
    List<Sealing> sealings = new ArrayList<>();
    stored.forEach(
        (id, values) -> {
          if (keys.stream().anyMatch(values::containsKey)) {
            sealings.add(new Sealing(id, customers.get(id), values, values));
          }
        });
    Set<String> marked = row.field().marked() ? Set.of(key) : Set.of();
    List<JsonObject> sealed = vault.seal(row.recordType(), keys, marked, sealings);
    Map<UUID, JsonObject> changed = new LinkedHashMap<>();
    for (int i = 0; i < sealings.size(); i++) {
      changed.put(sealings.get(i).record(), sealed.get(i));
    }
    write(record, changed);
    if (!row.field().marked()) {
      vault.unmark(row.recordType(), key, of(key, vault.open(row.recordType(), changed)));
    }
    if (!stored.isEmpty()) {
      told(row.recordType(), key, stored.keySet(), customers);
    }
    return sealings.size();
  }

  /**
   * @return how many have a value of the field
   */
  int unseal(FieldTable.Row row, RecordTable record, Map<UUID, JsonObject> stored) {
    String key = row.field().key();
    Map<UUID, JsonObject> opened = vault.open(row.recordType(), stored);
    Map<UUID, JsonObject> changed = new LinkedHashMap<>();
    stored.forEach(
        (id, values) -> {
          JsonObjectBuilder json = null;
          for (String one : keys(key)) {
            JsonValue plain = opened.get(id).get(one);
            // what cannot be opened stays as it is
            if (plain != null && !Unreadable.is(plain) && !plain.equals(values.get(one))) {
              json = json == null ? Values.JSON.createObjectBuilder(values) : json;
              json.add(one, plain);
            }
          }
          if (json != null) {
            changed.put(id, json.build());
          }
        });
    write(record, changed);
    vault.unmark(row.recordType(), key, of(key, opened));
    return (int) stored.values().stream().filter(values -> values.containsKey(key)).count();
  }

  private static Set<String> keys(String key) {
    return Set.of(key, Conversion.ASIDE + key);
  }

  private static Map<UUID, JsonValue> of(String key, Map<UUID, JsonObject> values) {
    Map<UUID, JsonValue> one = new HashMap<>();
    values.forEach(
        (id, all) -> {
          if (all.containsKey(key)) {
            one.put(id, all.get(key));
          }
        });
    return one;
  }

  private Map<UUID, UUID> customers(RecordTable record, Collection<UUID> ids) {
    Map<UUID, UUID> customers = new HashMap<>();
    if (record == RecordTable.CUSTOMER) {
      ids.forEach(id -> customers.put(id, id));
    } else if (!ids.isEmpty()) {
      PlainSql.read(
          work.sql(),
          "SELECT id, customer_id FROM " + record.table() + " WHERE id IN (%s)",
          ids,
          row -> customers.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
    }
    return customers;
  }

  private void write(RecordTable record, Map<UUID, JsonObject> changed) {
    if (!changed.isEmpty()) {
      try (var batch =
          work.sql()
              .prepareBatch(
                  "UPDATE %s SET %s = ? WHERE %s = ?"
                      .formatted(record.table(), RecordTable.VALUES, record.id()))) {
        changed.forEach((id, values) -> batch.bind(0, values.toString()).bind(1, id).add());
        batch.execute();
      }
    }
  }

  /** A text that tells changes, and where it lies. */
  private record Text(UUID record, Object place, String text) {}

  private void told(String type, String key, Collection<UUID> ids, Map<UUID, UUID> customers) {
    turn(type, key, ids, customers, "fact", "record_id", "seq", "payload");
    switch (type) {
      case "customer" -> {
        turn(type, key, ids, customers, "customer_history", "customer_id", "fact_seq", "payload");
        turn(type, key, ids, customers, "change_before", "customer_id", "run_id", "changes");
      }
      case "order" -> turn(type, key, ids, customers, "sales_order", "id", "id", "history");
      default ->
          turn(type, key, ids, customers, "record_history", "record_id", "fact_seq", "payload");
    }
  }

  private void turn(
      String type,
      String key,
      Collection<UUID> ids,
      Map<UUID, UUID> customers,
      String table,
      String record,
      String place,
      String column) {
    List<Text> texts = new ArrayList<>();
    PlainSql.read(
        work.sql(),
        "SELECT %1$s, %2$s, %3$s FROM %4$s WHERE %3$s LIKE '%%%%\"%5$s\"%%%%' AND %1$s IN (%%s)"
            .formatted(record, place, column, table, key),
        ids,
        row ->
            texts.add(new Text(row.getObject(1, UUID.class), row.getObject(2), row.getString(3))));
    if (texts.isEmpty()) {
      return;
    }
    try (var batch =
        work.sql()
            .prepareBatch(
                "UPDATE %s SET %s = ? WHERE %s = ? AND %s = ?"
                    .formatted(table, column, record, place))) {
      for (Text one : texts) {
        JsonValue sealed = sealed(type, key, one, customers.get(one.record()));
        batch.bind(0, sealed.toString()).bind(1, one.record()).bind(2, one.place()).add();
      }
      batch.execute();
    }
  }

  private JsonValue sealed(String type, String key, Text one, @Nullable UUID customer) {
    try (var reader = Values.JSON.createReader(new StringReader(one.text()))) {
      return switch (reader.readValue()) {
        case JsonArray entries -> {
          JsonArrayBuilder all = Values.JSON.createArrayBuilder();
          entries
              .getValuesAs(JsonObject.class)
              .forEach(
                  entry ->
                      all.add(vault.sealChanges(type, one.record(), customer, Set.of(key), entry)));
          yield all.build();
        }
        case JsonObject told when told.containsKey("changes") ->
            vault.sealChanges(type, one.record(), customer, Set.of(key), told);
        case JsonObject pairs when pairs.get(key) instanceof JsonArray pair -> {
          JsonArrayBuilder both = Values.JSON.createArrayBuilder();
          pair.forEach(value -> both.add(vault.seal(type, one.record(), customer, key, value)));
          yield Values.JSON.createObjectBuilder(pairs).add(key, both).build();
        }
        case JsonValue other -> other;
      };
    }
  }
}
