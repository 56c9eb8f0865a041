package app.quen.field;

import app.quen.access.Unrestricted;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.field.Handling.Sensitivity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the trail who was shown sensitive values, and of which fields; never the values. */
@ApplicationScoped
public class SensitiveReads {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Fields fields;
  @Inject Trail trail;

  /**
   * Costs the reader nothing but a place in a queue: which of the fields are sensitive is found out
   * by who writes it down, moments later.
   *
   * @param values what was shown; the core's own fields are not sensitive
   */
  @Unrestricted(because = "it only notes what somebody was shown who might see it")
  public void note(String recordType, UUID record, @Nullable UUID customer, JsonObject values) {
    if (values.isEmpty()) {
      return;
    }
    List<String> shown = List.copyOf(values.keySet());
    trail.seen(() -> act(recordType, record, customer, shown));
  }

  /** The same of a list: one entry that says of which records. */
  @Unrestricted(because = "it only notes what somebody was shown who might see it")
  public void noteList(String recordType, Map<UUID, JsonObject> shown) {
    Map<UUID, List<String>> keys = new LinkedHashMap<>();
    shown.forEach(
        (id, values) -> {
          if (!values.isEmpty()) {
            keys.put(id, List.copyOf(values.keySet()));
          }
        });
    if (!keys.isEmpty()) {
      trail.seen(() -> act(recordType, keys));
    }
  }

  /** Of a file that is about to be written. */
  @Unrestricted(because = "it only notes what somebody was given who might have it")
  public void noteExport(String recordType, Collection<Field> columns) {
    List<String> sensitive =
        columns.stream()
            .filter(field -> field.handling().sensitivity() == Sensitivity.SENSITIVE)
            .map(Field::key)
            .toList();
    if (!sensitive.isEmpty()) {
      String told =
          JSON.createObjectBuilder()
              .add("fields", JSON.createArrayBuilder(sensitive))
              .add("file", true)
              .build()
              .toString();
      trail.seen(Act.of("SensitiveRead").on(recordType, null).with(told));
    }
  }

  private @Nullable Act act(String recordType, Map<UUID, List<String>> shown) {
    Catalogue catalogue = fields.catalogue(recordType);
    Set<String> sensitive = new TreeSet<>();
    JsonArrayBuilder records = JSON.createArrayBuilder();
    int count = 0;
    for (Map.Entry<UUID, List<String>> each : shown.entrySet()) {
      List<String> of =
          each.getValue().stream().filter(key -> isSensitive(catalogue, key)).toList();
      if (!of.isEmpty()) {
        sensitive.addAll(of);
        records.add(each.getKey().toString());
        count++;
      }
    }
    if (count == 0) {
      return null;
    }
    return Act.of("SensitiveRead")
        .on(recordType, null)
        .with(
            JSON.createObjectBuilder()
                .add("fields", JSON.createArrayBuilder(sensitive))
                .add("count", count)
                .add("records", records)
                .build()
                .toString());
  }

  private @Nullable Act act(
      String recordType, UUID record, @Nullable UUID customer, List<String> shown) {
    Catalogue catalogue = fields.catalogue(recordType);
    List<String> sensitive = shown.stream().filter(key -> isSensitive(catalogue, key)).toList();
    if (sensitive.isEmpty()) {
      return null;
    }
    JsonArrayBuilder keys = JSON.createArrayBuilder();
    sensitive.forEach(keys::add);
    return Act.of("SensitiveRead")
        .on(recordType, record)
        .about(customer)
        .with(JSON.createObjectBuilder().add("fields", keys).build().toString());
  }

  private static boolean isSensitive(Catalogue catalogue, String key) {
    return catalogue
        .find(key)
        .filter(field -> field.handling().sensitivity() == Sensitivity.SENSITIVE)
        .isPresent();
  }
}
