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
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

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
  @Inject ToldValues told;
  @Inject ValueRows values;

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
    values.write(record, changed);
    if (!row.field().marked()) {
      vault.unmark(row.recordType(), key, of(key, vault.open(row.recordType(), changed)));
    }
    told.turn(
        row.recordType(),
        stored.keySet(),
        key,
        (id, field, value) ->
            field.equals(key)
                ? vault.seal(row.recordType(), id, customers.get(id), key, value)
                : value);
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
    values.write(record, changed);
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
}
