package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Handling.Sensitivity;
import app.quen.field.LocalClock;
import app.quen.field.Problem;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The catalogue in the tenant's table {@code field}; the core's own fields are code. */
@ApplicationScoped
class StoredFields implements Fields {

  @Inject Work work;
  @Inject CoreCatalogue core;
  @Inject FieldTable table;
  @Inject Fence fence;
  @Inject Columns columns;
  @Inject SecretValues secretValues;
  @Inject Vault vault;
  @Inject LocalClock clock;

  @Override
  public Catalogue catalogue(String recordType) {
    List<Field> fields = new ArrayList<>();
    fields.addAll(core.of(recordType));
    work.transact(
        () ->
            table.all(recordType).stream()
                .filter(FieldTable.Row::active)
                .map(FieldTable.Row::field)
                .forEach(fields::add));
    return new Catalogue(fields, clock.zone());
  }

  @Override
  public Catalogue forWriting(String recordType) {
    fence.hold(recordType);
    secretValues.orderMissing(table.all(recordType));
    return catalogue(recordType);
  }

  @Override
  public Parsed parse(Field field, String written) {
    try {
      return new Parsed(Written.read(field, written, zone(field)), List.of());
    } catch (Values.Unfit unfit) {
      return new Parsed(JsonValue.NULL, List.of(new Problem(field.key(), unfit.code, unfit.text)));
    }
  }

  /** Asked for where it matters: who reads many cells need not be in a unit of work. */
  private ZoneId zone(Field field) {
    return field.type() == FieldType.DATETIME ? clock.zone() : ZoneOffset.UTC;
  }

  @Override
  public List<byte[]> marks(String recordType, Field field, JsonValue value) {
    return vault.marks(recordType, field.key(), value).stream().map(Vault.Mark::value).toList();
  }

  @Override
  public void publish(String owner, String recordType, List<Field> fields) {
    for (Field field : fields) {
      if (!field.owner().equals(owner) || !field.key().startsWith(owner + ".")) {
        throw new IllegalArgumentException(
            "the field " + field.key() + " is not named for its owner " + owner);
      }
    }
    work.transact(
        () -> {
          store(owner, recordType, fields);
          columns.bringAfterCommit();
        });
  }

  @Override
  public void hide(String owner) {
    work.transact(
        () -> {
          work.sql()
              .createUpdate("UPDATE field SET visible = FALSE WHERE owner = :owner")
              .bind("owner", owner)
              .execute();
          table.changed();
        });
  }

  /** What has become sensitive stays so: a later release does not lay it open. */
  private Field kept(String recordType, Field field) {
    return field.secret()
            || table.find(recordType, field.key()).filter(row -> row.field().secret()).isEmpty()
        ? field
        : Shaped.withSensitivity(field, Sensitivity.SENSITIVE);
  }

  private void store(String owner, String recordType, List<Field> fields) {
    work.sql()
        .createQuery("SELECT id FROM field WHERE record_type = :type AND owner = :owner FOR UPDATE")
        .bind("type", recordType)
        .bind("owner", owner)
        .mapTo(Integer.class)
        .list();
    // what was cancelled once is tried again
    work.sql()
        .execute(
            "UPDATE field SET work = NULL WHERE record_type = ? AND owner = ?"
                + " AND JSON_VALUE(work, '$.state') = 'CANCELLED'",
            recordType,
            owner);
    Set<String> published = new HashSet<>();
    for (int position = 0; position < fields.size(); position++) {
      Field field = kept(recordType, fields.get(position));
      published.add(field.key());
      work.sql()
          .createUpdate(
              "INSERT INTO field (record_type, owner, field_key, position, type, definition,"
                  + " visible, retired, sealed) VALUES (:record, :owner, :key, :position, :type,"
                  + " :definition, TRUE, FALSE, :sealed) ON DUPLICATE KEY UPDATE position ="
                  + " :position, type = :type, definition = :definition, visible = TRUE, retired ="
                  + " FALSE")
          .bind("record", recordType)
          .bind("owner", owner)
          .bind("key", field.key())
          .bind("position", position)
          .bind("type", field.type().name())
          .bind("definition", Definition.write(field))
          .bind("sealed", field.secret())
          .execute();
    }
    table.changed();
    secretValues.orderMissing(
        table.all(recordType).stream().filter(row -> row.field().owner().equals(owner)).toList());
    for (FieldTable.Row row : table.all(recordType)) {
      if (row.field().owner().equals(owner) && !published.contains(row.field().key())) {
        work.sql().execute("UPDATE field SET retired = TRUE WHERE id = ?", row.id());
      }
    }
    table.changed();
  }
}
