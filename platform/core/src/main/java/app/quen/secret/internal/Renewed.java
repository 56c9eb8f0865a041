package app.quen.secret.internal;

import app.quen.secret.Unreadable;
import app.quen.tenant.Tenants;
import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Encrypts values anew under the newest keys, and marks them anew. */
@ApplicationScoped
class Renewed {

  @Inject Tenants tenants;
  @Inject DataKeys keys;
  @Inject Marks marks;
  @Inject Newest newest;
  @Inject Opened opened;

  Map<UUID, JsonObject> of(String recordType, Set<String> marked, Map<UUID, JsonObject> stored) {
    marks.forgetOld(stored.keySet());
    Map<DataKey, Aead> open = opened.keysIn(stored);
    if (open == null) {
      return Map.of();
    }
    Map<DataKey, Aead> all = new HashMap<>(open);
    all.putAll(keys.ofOrMade(renewed(open)));
    Map<UUID, JsonObject> changed = new LinkedHashMap<>();
    List<Marks.Mark> there = new ArrayList<>();
    stored.forEach(
        (record, values) -> {
          JsonObjectBuilder json = Sealed.JSON.createObjectBuilder(values);
          boolean other = false;
          for (Map.Entry<String, JsonValue> each : values.entrySet()) {
            String key = each.getKey();
            JsonValue renewed = renewed(recordType, record, key, each.getValue(), all);
            if (renewed != each.getValue()) {
              json.add(key, renewed);
              other = true;
            }
            if (marked.contains(key) && Sealed.of(each.getValue()) != null) {
              JsonValue plain = opened.of(recordType, record, key, each.getValue(), all);
              marks.of(recordType, record, key, plain).forEach(there::add);
            }
          }
          if (other) {
            changed.put(record, json.build());
          }
        });
    marks.add(there);
    return changed;
  }

  JsonValue of(String recordType, UUID record, String key, JsonValue stored) {
    Sealed sealed = Sealed.of(stored);
    if (sealed == null) {
      return stored;
    }
    Map<DataKey, Aead> all = new HashMap<>(keys.of(Set.of(sealed.key())));
    all.putAll(keys.ofOrMade(renewed(all)));
    return renewed(recordType, record, key, stored, all);
  }

  /** Of a customer that is erased nothing is renewed, and nothing of a key that is bent. */
  private Set<DataKey> renewed(Map<DataKey, Aead> open) {
    Set<DataKey> newest = new HashSet<>();
    open.forEach(
        (key, aead) -> {
          if (!DataKeys.broken(aead)) {
            newest.add(new DataKey(key.holder(), this.newest.state().version()));
          }
        });
    return newest;
  }

  /** The same object where there is nothing to renew. */
  private JsonValue renewed(
      String recordType, UUID record, String key, JsonValue stored, Map<DataKey, Aead> all) {
    Sealed sealed = Sealed.of(stored);
    if (sealed == null || sealed.key().version() == newest.state().version()) {
      return stored;
    }
    JsonValue plain = opened.of(recordType, record, key, stored, all);
    DataKey name = new DataKey(sealed.key().holder(), newest.state().version());
    Aead aead = all.get(name);
    if (plain == null || Unreadable.is(plain) || aead == null || DataKeys.broken(aead)) {
      return stored;
    }
    return Sealed.of(plain, name, aead, new Place(tenants.current().id(), recordType, record, key))
        .json();
  }
}
