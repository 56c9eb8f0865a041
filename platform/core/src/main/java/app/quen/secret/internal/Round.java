package app.quen.secret.internal;

import app.quen.secret.Sealing;
import app.quen.secret.Unreadable;
import app.quen.secret.internal.Marks.Mark;
import app.quen.tenant.TenantId;
import com.google.crypto.tink.Aead;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seals values of many records of one type, and keeps their marks. */
final class Round {

  private final TenantId tenant;
  private final String recordType;
  private final Map<DataKey, Aead> open;
  private final int version;
  private final Set<String> marked;
  private final Opened opened;
  private final Marks marks;
  private final Set<Mark> gone = new HashSet<>();
  private final Set<Mark> there = new HashSet<>();

  /** Of what was written over nobody knows the marks, so that all of the record are made anew. */
  private final Set<UUID> unknown = new HashSet<>();

  /**
   * @param version of the keys that encrypt
   * @param open those keys, and those of what is stored
   * @param marked the fields that are found by their values
   */
  Round(
      TenantId tenant,
      String recordType,
      int version,
      Map<DataKey, Aead> open,
      Set<String> marked,
      Opened opened,
      Marks marks) {
    this.tenant = tenant;
    this.recordType = recordType;
    this.version = version;
    this.open = open;
    this.marked = marked;
    this.opened = opened;
    this.marks = marks;
  }

  /** Once all is sealed. */
  void keepMarks() {
    gone.removeAll(there);
    if (!unknown.isEmpty()) {
      marks.forget(unknown);
    }
    marks.remove(gone);
    marks.add(there);
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
    return opened.of(recordType, sealing.record(), key, stored, open);
  }

  private void seal(Sealing sealing, String key, JsonObjectBuilder json) {
    Place place = new Place(tenant, recordType, sealing.record(), key);
    JsonValue stored = sealing.stored() == null ? null : sealing.stored().get(key);
    Sealed was = Sealed.of(stored);
    Aead old = was == null ? null : open.get(was.key());
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
    DataKey name = DataKey.of(sealing.customer(), version);
    boolean same = was != null && now.equals(before);
    if (same && (was.key().holder().equals(name.holder()) || Unreadable.is(now))) {
      json.add(key, was.json());
    } else {
      json.add(key, Sealed.of(now, name, open.get(name), place).json());
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
      Stream<Mark> found =
          to == gone
              ? marks.all(recordType, record, key, value)
              : marks.of(recordType, record, key, value);
      found.forEach(to::add);
    }
  }
}
