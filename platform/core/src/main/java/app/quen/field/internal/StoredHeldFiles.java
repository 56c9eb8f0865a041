package app.quen.field.internal;

import app.quen.access.WithoutSight;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.HeldFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;

/** {@link HeldFiles} by the stored values. */
@WithoutSight(because = "it says which fields hold a file, for who is about to delete it")
@ApplicationScoped
class StoredHeldFiles implements HeldFiles {

  @Inject FieldTable table;
  @Inject ValueRows rows;

  @Override
  public List<Field> holding(String recordType, UUID record, UUID file) {
    List<Field> files =
        table.all(recordType).stream()
            .map(FieldTable.Row::field)
            .filter(field -> field.type() == FieldType.FILE)
            .toList();
    if (files.isEmpty()) {
      return List.of();
    }
    JsonObject values =
        rows.read(RecordTable.of(recordType), List.of(record), true)
            .getOrDefault(record, JsonValue.EMPTY_JSON_OBJECT);
    return files.stream()
        .filter(
            field ->
                values.get(field.key()) instanceof JsonString held
                    && held.getString().equals(file.toString()))
        .toList();
  }
}
