package app.quen.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.audit.AuditEntry;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What customers are if the trail is true: its changes, one after the other. */
final class Ledger {

  /** What happened to one customer, as trail and history tell it. */
  record Told(String act, String changes) {}

  private final Map<UUID, Map<String, JsonValue>> customers = new HashMap<>();
  private final Map<UUID, List<Told>> told = new HashMap<>();

  static Ledger of(List<AuditEntry> trail) {
    var ledger = new Ledger();
    trail.stream()
        .filter(entry -> "customer".equals(entry.recordType()))
        .filter(entry -> entry.act().startsWith("Customer"))
        .forEach(ledger::take);
    return ledger;
  }

  private void take(AuditEntry entry) {
    UUID id = Objects.requireNonNull(entry.recordId());
    Map<String, JsonValue> values = customers.computeIfAbsent(id, none -> new HashMap<>());
    var changes = json(Objects.requireNonNull(entry.changes())).getJsonArray("changes");
    for (JsonObject change : changes.getValuesAs(JsonObject.class)) {
      String field = change.getString("field");
      if (values.containsKey(field)) {
        assertThat(change.get("before")).as("%s of %s", field, entry).isEqualTo(values.get(field));
      }
      values.put(field, change.get("after"));
    }
    told.computeIfAbsent(id, none -> new ArrayList<>())
        .add(new Told(entry.act(), pairs(changes.getValuesAs(JsonObject.class))));
  }

  private static String pairs(List<JsonObject> changes) {
    return changes.stream()
        .map(c -> c.getString("field") + ":" + c.get("before") + ">" + c.get("after"))
        .toList()
        .toString();
  }

  /** JSON null where there is nothing. */
  JsonValue value(UUID customer, String field) {
    return customers.get(customer).getOrDefault(field, JsonValue.NULL);
  }

  List<Told> told(UUID customer) {
    return told.get(customer);
  }

  int size() {
    return customers.size();
  }

  static JsonObject json(String text) {
    try (var reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }
}
