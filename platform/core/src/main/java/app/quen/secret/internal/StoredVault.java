package app.quen.secret.internal;

import app.quen.secret.Sealing;
import app.quen.secret.SecretFields;
import app.quen.secret.Tampered;
import app.quen.secret.UnreadableValues;
import app.quen.secret.Vault;
import app.quen.tenant.Tenants;
import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link Vault} with the data keys of the workspace that is entered. */
@ApplicationScoped
class StoredVault implements Vault {

  private static final List<String> SIDES = List.of("before", "after");
  private static final String TEXT = "text";
  private static final String SEALED_TEXT = "{\"" + SEALED + "\":\"";

  @Inject Tenants tenants;
  @Inject DataKeys keys;
  @Inject Marks marks;
  @Inject Newest newest;
  @Inject SecretFields fields;
  @Inject UnreadableValues unreadable;
  @Inject Opened opened;
  @Inject Renewed renewed;

  @Override
  public List<JsonObject> seal(
      String recordType, Set<String> keys, Set<String> marked, List<Sealing> sealings) {
    if (keys.isEmpty()) {
      return sealings.stream().map(Sealing::values).toList();
    }
    Set<DataKey> wanted = new HashSet<>();
    Set<DataKey> old = new HashSet<>();
    for (Sealing sealing : sealings) {
      for (String key : keys) {
        if (sealing.values().containsKey(key)) {
          wanted.add(newest(sealing.customer()));
        }
        Sealed was = sealing.stored() == null ? null : Sealed.of(sealing.stored().get(key));
        if (was != null) {
          old.add(was.key());
        }
      }
    }
    Map<DataKey, Aead> open = new HashMap<>(this.keys.of(old));
    Map<DataKey, Aead> now = this.keys.ofOrMade(wanted);
    DataKeys.requireWhole(now);
    open.putAll(now);
    Round round =
        new Round(
            tenants.current().id(),
            recordType,
            newest.state().version(),
            open,
            marked,
            opened,
            marks);
    List<JsonObject> sealed = sealings.stream().map(one -> round.seal(one, keys)).toList();
    round.keepMarks();
    return sealed;
  }

  @Override
  public Map<UUID, JsonObject> open(String recordType, Map<UUID, JsonObject> stored) {
    Map<DataKey, Aead> open = opened.keysIn(stored);
    if (open == null) {
      return stored;
    }
    Map<UUID, JsonObject> plain = new HashMap<>();
    stored.forEach(
        (record, values) -> {
          JsonObjectBuilder json = Sealed.JSON.createObjectBuilder();
          values.forEach(
              (key, value) -> {
                JsonValue one = opened.of(recordType, record, key, value, open);
                if (one != null) {
                  json.add(key, one);
                }
              });
          plain.put(record, json.build());
        });
    return plain;
  }

  @Override
  public JsonObject sealChanges(
      String recordType,
      UUID record,
      @Nullable UUID customer,
      Set<String> sensitive,
      JsonObject payload) {
    if (!(payload.get("changes") instanceof JsonArray changes)
        || changes.stream().noneMatch(change -> isOf(sensitive, change))) {
      return payload;
    }
    JsonArrayBuilder all = Sealed.JSON.createArrayBuilder();
    for (JsonValue change : changes) {
      all.add(
          isOf(sensitive, change)
              ? changed(
                  change.asJsonObject(),
                  (key, value) -> seal(recordType, record, customer, key, value))
              : change);
    }
    return Sealed.JSON.createObjectBuilder(payload).add("changes", all).build();
  }

  private static boolean isOf(Set<String> sensitive, JsonValue change) {
    return change instanceof JsonObject object && sensitive.contains(object.getString("field", ""));
  }

  private interface Turn {
    JsonValue of(String key, JsonValue value);
  }

  private static JsonObject changed(JsonObject change, Turn turn) {
    JsonObjectBuilder json = Sealed.JSON.createObjectBuilder(change);
    for (String side : SIDES) {
      JsonValue value = change.get(side);
      if (value != null && value != JsonValue.NULL) {
        json.add(side, turn.of(change.getString("field"), value));
      }
    }
    return json.build();
  }

  @Override
  public List<JsonObject> openChanges(String recordType, List<Told> told) {
    Set<DataKey> wanted = new HashSet<>();
    told.forEach(one -> sealedIn(one.payload(), wanted));
    if (wanted.isEmpty()) {
      return told.stream().map(Told::payload).toList();
    }
    Map<DataKey, Aead> open = keys.of(wanted);
    List<JsonObject> payloads = new ArrayList<>();
    for (Told one : told) {
      if (sealedIn(one.payload(), new HashSet<>())) {
        JsonArrayBuilder all = Sealed.JSON.createArrayBuilder();
        for (JsonValue change : one.payload().getJsonArray("changes")) {
          all.add(
              change instanceof JsonObject object && object.containsKey("field")
                  ? changed(
                      object,
                      (key, value) -> {
                        JsonValue plain = opened.of(recordType, one.record(), key, value, open);
                        return plain == null ? JsonValue.NULL : plain;
                      })
                  : change);
        }
        payloads.add(Sealed.JSON.createObjectBuilder(one.payload()).add("changes", all).build());
      } else {
        payloads.add(one.payload());
      }
    }
    return payloads;
  }

  private static boolean sealedIn(JsonObject payload, Set<DataKey> wanted) {
    if (payload.get("changes") instanceof JsonArray changes) {
      for (JsonValue change : changes) {
        if (change instanceof JsonObject object) {
          SIDES.forEach(side -> Opened.note(object.getOrDefault(side, JsonValue.NULL), wanted));
        }
      }
    }
    return !wanted.isEmpty();
  }

  @Override
  public JsonValue seal(
      String recordType, UUID record, @Nullable UUID customer, String key, JsonValue value) {
    if (value == JsonValue.NULL || Sealed.of(value) != null) {
      return value;
    }
    DataKey name = newest(customer);
    Map<DataKey, Aead> open = keys.ofOrMade(Set.of(name));
    DataKeys.requireWhole(open);
    Place place = new Place(tenants.current().id(), recordType, record, key);
    return Sealed.of(value, name, open.get(name), place).json();
  }

  @Override
  public JsonValue open(String recordType, UUID record, String key, JsonValue stored) {
    Sealed sealed = Sealed.of(stored);
    if (sealed == null) {
      return stored;
    }
    JsonValue plain = opened.of(recordType, record, key, stored, keys.of(Set.of(sealed.key())));
    return plain == null ? JsonValue.NULL : plain;
  }

  @Override
  public String sealText(String place, String text) {
    return fields.any()
        ? seal(TEXT, DataKeys.NOBODY, null, place, Sealed.JSON.createValue(text)).toString()
        : text;
  }

  @Override
  public String openText(String place, String stored) {
    if (!stored.startsWith(SEALED_TEXT)) {
      return stored;
    }
    Sealed sealed = Sealed.read(stored.substring(SEALED_TEXT.length(), stored.length() - 2));
    Aead aead = keys.of(Set.of(sealed.key())).get(sealed.key());
    if (aead == null) {
      return stored;
    }
    Place bound = new Place(tenants.current().id(), TEXT, DataKeys.NOBODY, place);
    if (sealed.open(aead, bound) instanceof JsonString text) {
      return text.getString();
    }
    throw new Tampered(place);
  }

  @Override
  public String openText(String place, String stored, String instead) {
    try {
      return openText(place, stored);
    } catch (Tampered e) {
      unreadable.found(TEXT, DataKeys.NOBODY, place);
      return instead;
    }
  }

  @Override
  public Map<UUID, JsonObject> renew(
      String recordType, Set<String> marked, Map<UUID, JsonObject> stored) {
    return renewed.of(recordType, marked, stored);
  }

  @Override
  public JsonValue renew(String recordType, UUID record, String key, JsonValue stored) {
    return renewed.of(recordType, record, key, stored);
  }

  @Override
  public List<Vault.Mark> marks(String recordType, String key, JsonValue value) {
    return marks.marks(recordType, key, value);
  }

  @Override
  public void erase(Collection<UUID> customers) {
    if (!customers.isEmpty()) {
      keys.destroy(customers);
    }
  }

  @Override
  public void unmark(String recordType, String key, Map<UUID, JsonValue> values) {
    List<Marks.Mark> gone = new ArrayList<>();
    values.forEach((record, value) -> marks.all(recordType, record, key, value).forEach(gone::add));
    marks.remove(gone);
  }

  @Override
  public void unmark(Collection<UUID> records) {
    if (!records.isEmpty()) {
      marks.forget(records);
    }
  }

  private DataKey newest(@Nullable UUID customer) {
    return DataKey.of(customer, newest.state().version());
  }
}
