package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The texts beside the records that tell their values: facts, histories, what runs keep. */
@WithoutSight(because = "it changes how values are stored, whoever sees them, and shows none")
@ApplicationScoped
class ToldValues {

  @Inject Work work;

  /** What becomes of a value; the same object where nothing does. */
  interface Turn {
    JsonValue of(UUID record, String key, JsonValue value);
  }

  private record Text(UUID record, Object place, String text) {}

  /**
   * @param containing what texts hold that are looked at; plain, for LIKE
   */
  void turn(String type, Collection<UUID> records, String containing, Turn turn) {
    if (records.isEmpty()) {
      return;
    }
    turn(records, containing, turn, "fact", "record_id", "seq", "payload");
    switch (type) {
      case "customer" -> {
        turn(records, containing, turn, "customer_history", "customer_id", "fact_seq", "payload");
        turn(records, containing, turn, "change_before", "customer_id", "run_id", "changes");
      }
      case "order" -> turn(records, containing, turn, "sales_order", "id", "id", "history");
      default ->
          turn(records, containing, turn, "record_history", "record_id", "fact_seq", "payload");
    }
  }

  private void turn(
      Collection<UUID> records,
      String containing,
      Turn turn,
      String table,
      String record,
      String place,
      String column) {
    List<Text> texts = new ArrayList<>();
    PlainSql.read(
        work.sql(),
        "SELECT %1$s, %2$s, %3$s FROM %4$s WHERE %3$s LIKE '%%%%\"%5$s\"%%%%' AND %1$s IN (%%s)"
            .formatted(record, place, column, table, containing),
        records,
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
        JsonValue turned = turned(one, turn);
        batch.bind(0, turned.toString()).bind(1, one.record()).bind(2, one.place()).add();
      }
      batch.execute();
    }
  }

  private static JsonValue turned(Text one, Turn turn) {
    try (var reader = Values.JSON.createReader(new StringReader(one.text()))) {
      return switch (reader.readValue()) {
        case JsonArray entries -> {
          JsonArrayBuilder all = Values.JSON.createArrayBuilder();
          entries.forEach(entry -> all.add(changes(one.record(), entry, turn)));
          yield all.build();
        }
        case JsonObject told when told.containsKey("changes") -> changes(one.record(), told, turn);
        case JsonObject pairs -> {
          JsonObjectBuilder all = Values.JSON.createObjectBuilder();
          pairs.forEach((key, pair) -> all.add(key, pair(one.record(), key, pair, turn)));
          yield all.build();
        }
        case JsonValue other -> other;
      };
    }
  }

  private static JsonValue pair(UUID record, String key, JsonValue pair, Turn turn) {
    if (!(pair instanceof JsonArray values)) {
      return pair;
    }
    JsonArrayBuilder both = Values.JSON.createArrayBuilder();
    values.forEach(value -> both.add(turned(record, key, value, turn)));
    return both.build();
  }

  private static JsonValue changes(UUID record, JsonValue entry, Turn turn) {
    if (!(entry instanceof JsonObject told) || !(told.get("changes") instanceof JsonArray list)) {
      return entry;
    }
    JsonArrayBuilder changes = Values.JSON.createArrayBuilder();
    for (JsonValue each : list) {
      changes.add(
          each instanceof JsonObject change && change.containsKey("field")
              ? change(record, change, turn)
              : each);
    }
    return Values.JSON.createObjectBuilder(told).add("changes", changes).build();
  }

  private static JsonObject change(UUID record, JsonObject change, Turn turn) {
    JsonObjectBuilder json = Values.JSON.createObjectBuilder(change);
    for (String side : List.of("before", "after")) {
      JsonValue value = change.get(side);
      if (value != null) {
        json.add(side, turned(record, change.getString("field"), value, turn));
      }
    }
    return json.build();
  }

  private static JsonValue turned(UUID record, String key, JsonValue value, Turn turn) {
    return value == JsonValue.NULL ? value : turn.of(record, key, value);
  }
}
