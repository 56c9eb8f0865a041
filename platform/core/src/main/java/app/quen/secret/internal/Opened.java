package app.quen.secret.internal;

import app.quen.secret.Unreadable;
import app.quen.secret.UnreadableValues;
import app.quen.tenant.Tenants;
import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens single values with keys that were looked up for many. */
@ApplicationScoped
class Opened {

  @Inject Tenants tenants;
  @Inject DataKeys keys;
  @Inject UnreadableValues unreadable;

  /** Null where nothing is sealed. */
  @Nullable Map<DataKey, Aead> keysIn(Map<UUID, JsonObject> stored) {
    Set<DataKey> wanted = new HashSet<>();
    stored.values().forEach(values -> values.values().forEach(value -> note(value, wanted)));
    return wanted.isEmpty() ? null : keys.of(wanted);
  }

  static void note(JsonValue value, Set<DataKey> wanted) {
    Sealed sealed = Sealed.of(value);
    if (sealed != null) {
      wanted.add(sealed.key());
    }
  }

  /** Null if it is erased, {@link Unreadable#VALUE} if it is not where it was sealed for. */
  @Nullable JsonValue of(
      String recordType, UUID record, String key, JsonValue value, Map<DataKey, Aead> open) {
    Sealed sealed = Sealed.of(value);
    if (sealed == null) {
      return value;
    }
    Aead aead = open.get(sealed.key());
    if (aead == null) {
      return null;
    }
    JsonValue plain = sealed.open(aead, new Place(tenants.current().id(), recordType, record, key));
    if (plain == null) {
      unreadable.found(recordType, record, key);
      return Unreadable.VALUE;
    }
    return plain;
  }
}
