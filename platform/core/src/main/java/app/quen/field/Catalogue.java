package app.quen.field;

import app.quen.field.Fields.Checked;
import app.quen.field.internal.Values;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of a record type as they were at one moment; for work on many records. */
public final class Catalogue {

  private final Map<String, Field> byKey = new LinkedHashMap<>();

  public Catalogue(List<Field> fields) {
    fields.forEach(field -> byKey.put(field.key(), field));
  }

  /** In the order of forms. */
  public List<Field> all() {
    return List.copyOf(byKey.values());
  }

  public Optional<Field> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** As {@link Fields#check}. */
  public Checked check(JsonObject values) {
    return Values.check(byKey, values);
  }
}
