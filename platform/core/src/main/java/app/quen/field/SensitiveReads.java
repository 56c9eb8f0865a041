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
import java.util.List;
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
