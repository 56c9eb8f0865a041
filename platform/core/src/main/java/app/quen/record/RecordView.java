package app.quen.record;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as people and programs see it.
 *
 * @param json with the names of the API; what is empty is left out
 */
public record RecordView(UUID id, int version, JsonObject json) {

  /** The customer whom it is about; null where it is about none. */
  public @Nullable UUID customerId() {
    String id = json.getString("customerId", null);
    return id == null ? null : UUID.fromString(id);
  }
}
