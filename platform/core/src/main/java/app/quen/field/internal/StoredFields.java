package app.quen.field.internal;

import app.quen.database.SchemaChange;
import app.quen.database.SchemaChange.VirtualType;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.OwnFields;
import app.quen.field.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue in the tenant's table {@code field}; the core's own fields are code. */
@ApplicationScoped
class StoredFields implements Fields {

  private static final String TABLE = "customer_ext";
  private static final String JSON_COLUMN = "field_values";

  @Inject Work work;
  @Inject SchemaChange schema;
  @Inject @Any Instance<OwnFields> own;

  @Override
  public Catalogue catalogue(String recordType) {
    List<Field> fields = new ArrayList<>();
    switch (recordType) {
      case "customer" -> {
        fields.addAll(CoreFields.OF_CUSTOMER);
        fields.addAll(RollupFields.OF_CUSTOMER);
      }
      case "order" -> fields.addAll(OrderFields.OF_ORDER);
      default -> {
        // has none of its own
      }
    }
    for (OwnFields known : own) {
      fields.addAll(known.of(recordType));
    }
    work.transact(
        () ->
            work.sql()
                .createQuery(
                    "SELECT id, field_key, owner, type, column_type, definition FROM field"
                        + " WHERE record_type = :type AND visible AND NOT retired"
                        + " ORDER BY owner, position, id")
                .bind("type", recordType)
                .map(
                    (row, context) ->
                        Definition.read(
                            row.getString("field_key"),
                            row.getString("owner"),
                            FieldType.valueOf(row.getString("type")),
                            row.getString("definition"),
                            row.getString("column_type") == null ? null : column(row.getInt("id"))))
                .forEach(fields::add));
    return new Catalogue(fields);
  }

  @Override
  public Parsed parse(Field field, String written) {
    try {
      return new Parsed(Written.read(field, written), List.of());
    } catch (Values.Unfit unfit) {
      return new Parsed(JsonValue.NULL, List.of(new Problem(field.key(), unfit.code, unfit.text)));
    }
  }

  @Override
  public void publish(String owner, String recordType, List<Field> fields) {
    for (Field field : fields) {
      if (!field.owner().equals(owner) || !field.key().startsWith(owner + ".")) {
        throw new IllegalArgumentException(
            "the field " + field.key() + " is not named for its owner " + owner);
      }
    }
    List<Known> known = work.transact(() -> store(owner, recordType, fields));
    makeColumns(known);
  }

  @Override
  public void hide(String owner) {
    work.transact(
        () ->
            work.sql()
                .createUpdate("UPDATE field SET visible = FALSE WHERE owner = :owner")
                .bind("owner", owner)
                .execute());
  }

  /** A stored field. */
  private record Known(
      int id, String key, FieldType type, @Nullable VirtualType column, boolean searchable) {}

  private List<Known> store(String owner, String recordType, List<Field> fields) {
    Map<String, Known> before = new HashMap<>();
    known(owner, recordType).forEach(known -> before.put(known.key(), known));
    Set<String> published = new HashSet<>();
    for (int position = 0; position < fields.size(); position++) {
      Field field = fields.get(position);
      published.add(field.key());
      work.sql()
          .createUpdate(
              "INSERT INTO field (record_type, owner, field_key, position, type, definition,"
                  + " visible, retired) VALUES (:record, :owner, :key, :position, :type,"
                  + " :definition, TRUE, FALSE) ON DUPLICATE KEY UPDATE position = :position,"
                  + " type = :type, definition = :definition, visible = TRUE, retired = FALSE")
          .bind("record", recordType)
          .bind("owner", owner)
          .bind("key", field.key())
          .bind("position", position)
          .bind("type", field.type().name())
          .bind("definition", Definition.write(field))
          .execute();
    }
    for (Known field : before.values()) {
      if (!published.contains(field.key())) {
        work.sql().execute("UPDATE field SET retired = TRUE WHERE id = ?", field.id());
      }
    }
    Map<String, Boolean> searchable = new HashMap<>();
    fields.forEach(field -> searchable.put(field.key(), field.searchable() || field.sortable()));
    return known(owner, recordType).stream()
        .filter(field -> published.contains(field.key()))
        .map(
            field ->
                new Known(
                    field.id(),
                    field.key(),
                    field.type(),
                    field.column(),
                    searchable.getOrDefault(field.key(), false)))
        .toList();
  }

  private List<Known> known(String owner, String recordType) {
    return work.sql()
        .createQuery(
            "SELECT id, field_key, type, column_type FROM field WHERE owner = :owner"
                + " AND record_type = :type ORDER BY position FOR UPDATE")
        .bind("owner", owner)
        .bind("type", recordType)
        .map(
            (row, context) ->
                new Known(
                    row.getInt(1),
                    row.getString(2),
                    FieldType.valueOf(row.getString(3)),
                    row.getString(4) == null ? null : VirtualType.valueOf(row.getString(4)),
                    false))
        .list();
  }

  /**
   * Columns before indexes: with an indexed virtual column there, a new column costs more. The
   * catalogue names a column only once its index stands, so that no query uses one without.
   */
  private void makeColumns(List<Known> fields) {
    List<Known> wanted = new ArrayList<>();
    for (Known field : fields) {
      VirtualType type = field.searchable() ? columnType(field.type()) : null;
      if (field.column() != null && field.column() != type) {
        setColumnType(field, null);
        schema.dropIndex(TABLE, column(field.id()));
        schema.dropColumn(TABLE, column(field.id()));
      }
      if (type != null && field.column() != type) {
        wanted.add(field);
      }
    }
    for (Known field : wanted) {
      schema.addVirtualColumn(
          TABLE, column(field.id()), columnType(field.type()), JSON_COLUMN, field.key());
    }
    for (Known field : wanted) {
      schema.addIndex(TABLE, column(field.id()), column(field.id()));
      setColumnType(field, columnType(field.type()));
    }
  }

  private void setColumnType(Known field, @Nullable VirtualType type) {
    work.transact(
        () ->
            work.sql()
                .createUpdate("UPDATE field SET column_type = :type WHERE id = :id")
                .bind("type", type == null ? null : type.name())
                .bind("id", field.id())
                .execute());
  }

  private static @Nullable VirtualType columnType(FieldType type) {
    return switch (type) {
      case TEXT, CHOICE, PHONE, EMAIL, MEMBER -> VirtualType.TEXT;
      case NUMBER, MONEY -> VirtualType.NUMBER;
      case DATE -> VirtualType.DATE;
      case BOOLEAN -> VirtualType.BOOLEAN;
      case CHOICES, TAGS -> null;
    };
  }

  private static String column(int id) {
    return "x_" + id;
  }
}
