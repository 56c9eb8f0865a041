package app.quen.secret.internal;

import app.quen.secret.Sealing;
import app.quen.secret.SecretFields;
import app.quen.secret.Tampered;
import app.quen.secret.Unreadable;
import app.quen.secret.UnreadableValues;
import app.quen.secret.Vault;
import app.quen.secret.internal.Marks.Mark;
import app.quen.tenant.TenantId;
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
  @Inject SecretFields fields;
  @Inject UnreadableValues unreadable;

  @Override
  public List<JsonObject> seal(
      String recordType, Set<String> keys, Set<String> marked, List<Sealing> sealings) {
    if (keys.isEmpty()) {
      return sealings.stream().map(Sealing::values).toList();
    }
    Set<UUID> wanted = new HashSet<>();
    Set<UUID> old = new HashSet<>();
    for (Sealing sealing : sealings) {
      for (String key : keys) {
        if (sealing.values().containsKey(key)) {
          wanted.add(holder(sealing.customer()));
        }
        Sealed was = sealing.stored() == null ? null : Sealed.of(sealing.stored().get(key));
        if (was != null) {
          old.add(was.holder());
        }
      }
    }
    Map<UUID, Aead> open = new HashMap<>(this.keys.of(old));
    open.putAll(this.keys.ofOrMade(wanted));
    Round round = new Round(recordType, open, marked);
    List<JsonObject> sealed = sealings.stream().map(one -> round.seal(one, keys)).toList();
    round.gone.removeAll(round.there);
    if (!round.unknown.isEmpty()) {
      marks.forget(round.unknown);
    }
    marks.remove(round.gone);
    marks.add(round.there);
    return sealed;
  }

  /** Many values of one type. */
  private final class Round {

    private final TenantId tenant = tenants.current().id();
    private final String recordType;
    private final Map<UUID, Aead> open;
    private final Set<String> marked;
    private final Set<Mark> gone = new HashSet<>();
    private final Set<Mark> there = new HashSet<>();

    /** Of what was written over nobody knows the marks, so that all of the record are made anew. */
    private final Set<UUID> unknown = new HashSet<>();

    Round(String recordType, Map<UUID, Aead> open, Set<String> marked) {
      this.recordType = recordType;
      this.open = open;
      this.marked = marked;
    }

    JsonObject seal(Sealing sealing, Set<String> keys) {
      JsonObjectBuilder json = Sealed.JSON.createObjectBuilder(sealing.values());
      for (String key : keys) {
        seal(sealing, key, json);
      }
      JsonObject sealed = json.build();
      if (unknown.contains(sealing.record())) {
        for (String key : marked) {
          JsonValue value = sealed.get(key);
          mark(there, sealing.record(), key, value == null ? null : plain(sealing, key, value));
        }
      }
      return sealed;
    }

    private @Nullable JsonValue plain(Sealing sealing, String key, JsonValue stored) {
      return opened(recordType, sealing.record(), key, stored, open);
    }

    private void seal(Sealing sealing, String key, JsonObjectBuilder json) {
      Place place = new Place(tenant, recordType, sealing.record(), key);
      JsonValue stored = sealing.stored() == null ? null : sealing.stored().get(key);
      Sealed was = Sealed.of(stored);
      Aead old = was == null ? null : open.get(was.holder());
      JsonValue before = was == null ? stored : old == null ? null : plain(sealing, key, stored);
      JsonValue now = sealing.values().get(key);
      if (Sealed.of(now) != null) {
        // a job that seals finds what people have written meanwhile
        mark(there, sealing.record(), key, before);
        return;
      }
      if (now == null) {
        if (was != null && before == null) {
          // nobody has seen what it was, so nobody has taken it away
          json.add(key, was.json());
        }
        mark(gone, sealing.record(), key, before);
        return;
      }
      UUID holder = holder(sealing.customer());
      boolean same = was != null && now.equals(before);
      if (same && (was.holder().equals(holder) || Unreadable.is(now))) {
        json.add(key, was.json());
      } else {
        json.add(key, Sealed.of(now, holder, open.get(holder), place).json());
      }
      if (!same) {
        mark(gone, sealing.record(), key, before);
        mark(there, sealing.record(), key, now);
      }
    }

    private void mark(Set<Mark> to, UUID record, String key, @Nullable JsonValue value) {
      if (marked.contains(key)) {
        if (to == gone && Unreadable.is(value)) {
          unknown.add(record);
        }
        marks.of(recordType, record, key, value).forEach(to::add);
      }
    }
  }

  @Override
  public Map<UUID, JsonObject> open(String recordType, Map<UUID, JsonObject> stored) {
    Set<UUID> holders = new HashSet<>();
    stored.values().forEach(values -> values.values().forEach(value -> note(value, holders)));
    if (holders.isEmpty()) {
      return stored;
    }
    Map<UUID, Aead> open = keys.of(holders);
    Map<UUID, JsonObject> opened = new HashMap<>();
    stored.forEach(
        (record, values) -> {
          JsonObjectBuilder json = Sealed.JSON.createObjectBuilder();
          values.forEach(
              (key, value) -> {
                JsonValue plain = opened(recordType, record, key, value, open);
                if (plain != null) {
                  json.add(key, plain);
                }
              });
          opened.put(record, json.build());
        });
    return opened;
  }

  private static void note(JsonValue value, Set<UUID> holders) {
    Sealed sealed = Sealed.of(value);
    if (sealed != null) {
      holders.add(sealed.holder());
    }
  }

  /** Null if it is erased, {@link Unreadable#VALUE} if it is not where it was sealed for. */
  private @Nullable JsonValue opened(
      String recordType, UUID record, String key, JsonValue value, Map<UUID, Aead> open) {
    Sealed sealed = Sealed.of(value);
    if (sealed == null) {
      return value;
    }
    Aead aead = open.get(sealed.holder());
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
    Set<UUID> holders = new HashSet<>();
    told.forEach(one -> sealedIn(one.payload(), holders));
    if (holders.isEmpty()) {
      return told.stream().map(Told::payload).toList();
    }
    Map<UUID, Aead> open = keys.of(holders);
    List<JsonObject> opened = new ArrayList<>();
    for (Told one : told) {
      if (sealedIn(one.payload(), new HashSet<>())) {
        JsonArrayBuilder all = Sealed.JSON.createArrayBuilder();
        for (JsonValue change : one.payload().getJsonArray("changes")) {
          all.add(
              change instanceof JsonObject object && object.containsKey("field")
                  ? changed(
                      object,
                      (key, value) -> {
                        JsonValue plain = opened(recordType, one.record(), key, value, open);
                        return plain == null ? JsonValue.NULL : plain;
                      })
                  : change);
        }
        opened.add(Sealed.JSON.createObjectBuilder(one.payload()).add("changes", all).build());
      } else {
        opened.add(one.payload());
      }
    }
    return opened;
  }

  private static boolean sealedIn(JsonObject payload, Set<UUID> holders) {
    if (payload.get("changes") instanceof JsonArray changes) {
      for (JsonValue change : changes) {
        if (change instanceof JsonObject object) {
          SIDES.forEach(side -> note(object.getOrDefault(side, JsonValue.NULL), holders));
        }
      }
    }
    return !holders.isEmpty();
  }

  @Override
  public JsonValue seal(
      String recordType, UUID record, @Nullable UUID customer, String key, JsonValue value) {
    if (value == JsonValue.NULL || Sealed.of(value) != null) {
      return value;
    }
    UUID holder = holder(customer);
    Aead aead = keys.ofOrMade(Set.of(holder)).get(holder);
    Place place = new Place(tenants.current().id(), recordType, record, key);
    return Sealed.of(value, holder, aead, place).json();
  }

  @Override
  public JsonValue open(String recordType, UUID record, String key, JsonValue stored) {
    Sealed sealed = Sealed.of(stored);
    if (sealed == null) {
      return stored;
    }
    JsonValue plain = opened(recordType, record, key, stored, keys.of(Set.of(sealed.holder())));
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
    Aead aead = keys.of(Set.of(sealed.holder())).get(sealed.holder());
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
  public byte[] mark(String recordType, String key, JsonValue value) {
    return marks.mark(recordType, key, value);
  }

  @Override
  public void erase(Collection<UUID> customers) {
    if (!customers.isEmpty()) {
      keys.destroy(customers);
    }
  }

  @Override
  public void unmark(String recordType, String key, Map<UUID, JsonValue> values) {
    List<Mark> gone = new ArrayList<>();
    values.forEach((record, value) -> marks.of(recordType, record, key, value).forEach(gone::add));
    marks.remove(gone);
  }

  @Override
  public void unmark(Collection<UUID> records) {
    if (!records.isEmpty()) {
      marks.forget(records);
    }
  }

  private static UUID holder(@Nullable UUID customer) {
    return customer == null ? DataKeys.NOBODY : customer;
  }
}
