package app.quen.field.internal;

import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.FieldUse;
import app.quen.field.Problem;
import app.quen.field.RecordLookup;
import app.quen.field.StoredValues;
import app.quen.secret.Sealing;
import app.quen.secret.Vault;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ValueStore implements StoredValues {

  private static final String FILE = "file";

  @Inject UniqueValues uniqueValues;
  @Inject FieldUse use;
  @Inject Vault vault;
  @Inject @Any Instance<RecordLookup> lookups;

  @Override
  public List<List<Problem>> claim(String recordType, Catalogue catalogue, List<Claim> claims) {
    List<List<Problem>> against = examine(recordType, catalogue, claims, true);
    Set<String> written = new HashSet<>();
    for (int i = 0; i < claims.size(); i++) {
      if (against.get(i).isEmpty()) {
        Claim claim = claims.get(i);
        claim
            .after()
            .forEach(
                (key, value) -> {
                  if (!value.equals(claim.before().get(key))) {
                    written.add(key);
                  }
                });
      }
    }
    use.note(recordType, written, FieldUse.Way.WRITTEN);
    return against;
  }

  @Override
  public List<List<Problem>> look(String recordType, Catalogue catalogue, List<Claim> claims) {
    return examine(recordType, catalogue, claims, false);
  }

  @Override
  public Map<UUID, JsonObject> visible(
      String recordType, Catalogue catalogue, Map<UUID, JsonObject> stored) {
    Map<UUID, JsonObject> visible = new HashMap<>();
    vault
        .open(recordType, stored)
        .forEach((record, values) -> visible.put(record, catalogue.visible(values)));
    return visible;
  }

  @Override
  public List<JsonObject> kept(String recordType, Catalogue catalogue, List<Sealing> values) {
    List<JsonObject> sealed =
        vault.seal(recordType, catalogue.secrets(), catalogue.marked(), values);
    List<JsonObject> kept = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      kept.add(catalogue.stored(values.get(i).stored(), sealed.get(i)));
    }
    return kept;
  }

  @Override
  public void release(Collection<UUID> records) {
    if (!records.isEmpty()) {
      uniqueValues.releaseAll(records);
      vault.unmark(records);
    }
  }

  private List<List<Problem>> examine(
      String recordType, Catalogue catalogue, List<Claim> claims, boolean keep) {
    List<List<Problem>> against = new ArrayList<>(claims.size());
    claims.forEach(claim -> against.add(new ArrayList<>(0)));
    if (claims.isEmpty()) {
      return against;
    }
    for (Field field : catalogue.all()) {
      if (!field.isCore()
          && (field.type() == FieldType.REFERENCE || field.type() == FieldType.FILE)) {
        refer(field, claims, against);
      }
    }
    List<Field> unique = UniqueValues.of(catalogue);
    if (!unique.isEmpty()) {
      uniqueValues.claim(recordType, unique, claims, keep, against);
    }
    return against;
  }

  /** What a field refers to must be there when that is said; it may go away later. */
  private void refer(Field field, List<Claim> claims, List<List<Problem>> against) {
    Set<UUID> asked = new HashSet<>();
    for (Claim claim : claims) {
      @Nullable UUID id = newId(field, claim);
      if (id != null) {
        asked.add(id);
      }
    }
    if (asked.isEmpty()) {
      return;
    }
    Optional<RecordLookup> lookup = lookup(target(field));
    Set<UUID> there = lookup.map(l -> l.existing(asked)).orElse(Set.of());
    Map<UUID, UUID> holders = lookup.map(l -> l.holders(asked)).orElse(Map.of());
    for (int i = 0; i < claims.size(); i++) {
      @Nullable UUID id = newId(field, claims.get(i));
      UUID record = claims.get(i).record();
      if (id != null && (!there.contains(id) || !holders.getOrDefault(id, record).equals(record))) {
        against
            .get(i)
            .add(
                new Problem(
                    field.key(),
                    "not-there",
                    new Text(
                        "“" + field.label().vi() + "” dẫn đến một hồ sơ không có: " + id + ".",
                        "“"
                            + field.label().en()
                            + "” leads to a record that is not there: "
                            + id
                            + ".")));
      }
    }
  }

  private static String target(Field field) {
    return field.type() == FieldType.FILE ? FILE : String.valueOf(field.handling().references());
  }

  private static @Nullable UUID newId(Field field, Claim claim) {
    return claim.after().get(field.key()) instanceof JsonString id
            && !id.equals(claim.before().get(field.key()))
        ? UUID.fromString(id.getString())
        : null;
  }

  /** Whether fields can refer to such records. */
  Optional<RecordLookup> lookup(String recordType) {
    for (RecordLookup lookup : lookups) {
      if (lookup.recordType().equals(recordType)) {
        return Optional.of(lookup);
      }
    }
    return Optional.empty();
  }
}
