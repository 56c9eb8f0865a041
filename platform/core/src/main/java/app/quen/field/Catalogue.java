package app.quen.field;

import app.quen.access.Sight;
import app.quen.field.Fields.Checked;
import app.quen.field.internal.Conversion;
import app.quen.field.internal.Settlement;
import app.quen.field.internal.Values;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of a record type as they were at one moment; for work on many records. */
public final class Catalogue {

  private final Map<String, Field> byKey = new LinkedHashMap<>();
  private final Set<String> secrets;
  private final Set<String> marked;
  private final boolean moving;
  private final ZoneId zone;

  /**
   * @param zone by whose clock people here write and read times
   */
  public Catalogue(List<Field> fields, ZoneId zone) {
    this.zone = zone;
    fields.forEach(field -> byKey.put(field.key(), field));
    secrets = keys(fields, Field::secret);
    marked = keys(fields, Field::marked);
    moving = fields.stream().anyMatch(field -> field.was() != null);
  }

  private static Set<String> keys(List<Field> fields, Predicate<Field> which) {
    return fields.stream().filter(which).map(Field::key).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A record as far as rules look at it.
   *
   * @param record all of it, as the API shows it; asked only where there are rules
   * @param before the same before the change; null for a new record
   * @param beforeValues the values of fields before the change
   * @param kind {@code person} or {@code organisation}; null where records have no kinds
   */
  public record Context(
      Supplier<JsonObject> record,
      @Nullable Supplier<JsonObject> before,
      JsonObject beforeValues,
      @Nullable String kind) {}

  /** Whether all records and all their fields are seen: then what is told of many hides nothing. */
  public boolean whollySeen(Sight sight) {
    return sight.whole() || sight.everyRow() && byKey.keySet().stream().allMatch(sight::reads);
  }

  /** In the order of forms. */
  public List<Field> all() {
    return List.copyOf(byKey.values());
  }

  public Optional<Field> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** By whose clock people here write and read times. */
  public ZoneId zone() {
    return zone;
  }

  /** Those whose values are stored encrypted. */
  public Set<String> secrets() {
    return secrets;
  }

  /** Those of them that records are found by. */
  public Set<String> marked() {
    return marked;
  }

  /** As {@link Fields#check}. */
  public Checked check(JsonObject values) {
    return check(values, JsonValue.EMPTY_JSON_OBJECT);
  }

  /**
   * @param before what is as it was fits, also where a field has become stricter since
   */
  public Checked check(JsonObject values, JsonObject before) {
    return Values.check(byKey, values, before);
  }

  /**
   * Adds the defaults of a new record, empties the fields that by their rules are not there, and
   * says which required ones are missing and which rules do not hold.
   *
   * @param written as it came
   * @param checked what {@link #check} made of it
   */
  public Checked settle(JsonObject written, Checked checked, Context context) {
    return judge(written, checked, context).checked();
  }

  /** {@link #settle}, and which fields are not there. */
  public Settlement.Outcome judge(JsonObject written, Checked checked, Context context) {
    return Settlement.of(byKey.values(), written, checked, context, zone);
  }

  /**
   * {@link #check} and {@link #settle} for a record that is JSON anyway.
   *
   * @param record with the member {@code fields}
   * @param before the same before the change; null for a new record
   */
  public Checked take(JsonObject record, @Nullable JsonObject before) {
    JsonObject written = fields(record);
    JsonObject beforeValues = before == null ? JsonValue.EMPTY_JSON_OBJECT : fields(before);
    return settle(
        written,
        check(written, beforeValues),
        new Context(
            () -> record,
            before == null ? null : () -> before,
            beforeValues,
            record.getString("kind", null)));
  }

  private static JsonObject fields(JsonObject record) {
    return record.get("fields") instanceof JsonObject fields ? fields : JsonValue.EMPTY_JSON_OBJECT;
  }

  /** Of what is stored, the values that people see here, each of its field's type. */
  public JsonObject visible(JsonObject stored) {
    if (!moving && byKey.keySet().containsAll(stored.keySet())) {
      return stored;
    }
    return Conversion.visible(byKey, stored, zone);
  }

  /**
   * What is to be stored: what people see now, and of what was stored all that they do not see.
   *
   * @param before as stored; null if nothing was
   */
  public JsonObject stored(@Nullable JsonObject before, JsonObject values) {
    return before == null ? values : Conversion.stored(byKey, before, values, zone);
  }
}
