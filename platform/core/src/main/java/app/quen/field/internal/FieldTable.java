package app.quen.field.internal;

import app.quen.database.Kept;
import app.quen.database.Marks;
import app.quen.database.SchemaChange.VirtualType;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.FieldState;
import app.quen.field.FieldType;
import app.quen.field.FieldWork;
import app.quen.field.NoSuchField;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the tenant's table {@code field}. Needs an open unit of work. */
@ApplicationScoped
public class FieldTable {

  private static final String COLUMNS =
      "SELECT id, record_type, owner, field_key, type, column_type, definition, visible, retired,"
          + " version, put_away_at, work, added_at, sealed FROM field ";

  private static final String FIELDS = "fields";

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Marks marks;

  private final Kept<String, List<Row>> known = new Kept<>();

  /**
   * A stored field.
   *
   * @param column what its virtual column holds, once its index stands; null where there is none
   * @param visible whether its owner shows it: the plugin is switched on
   * @param dropped whether its owner brings it no more
   * @param sealed whether all its values are stored encrypted
   */
  public record Row(
      int id,
      String recordType,
      Field field,
      @Nullable VirtualType column,
      boolean visible,
      boolean dropped,
      int version,
      @Nullable Instant putAwayAt,
      @Nullable FieldWork work,
      Instant addedAt,
      boolean sealed) {

    public boolean active() {
      return visible && !dropped && putAwayAt == null;
    }

    /**
     * The column that it should have; a plugin that is switched off keeps what it has. While values
     * are moved to another type, a column would not show all of them.
     */
    @Nullable VirtualType wanted() {
      boolean searched = !field.secret() && opened() && (field.searchable() || field.sortable());
      boolean indexed = RecordTable.find(recordType).filter(RecordTable::indexed).isPresent();
      return indexed && searched && field.was() == null && !dropped && putAwayAt == null
          ? field.type().storage()
          : null;
    }

    /** Whether all its values are plain that are to be. */
    private boolean opened() {
      return work == null || work.kind() != FieldWork.Kind.UNSEAL || !work.state().open();
    }

    String columnName() {
      return "x_" + id;
    }

    public FieldState state() {
      boolean asked = field.secret() || wanted() != null;
      boolean ready = field.searchable() && opened() && (!asked || field.column() != null);
      return new FieldState(
          recordType, field, ready && field.was() == null, version, putAwayAt, work);
    }
  }

  /** In the order of forms, those that nobody sees too. */
  public List<Row> all(String recordType) {
    return known.of(tenants.current().id(), marks.of(FIELDS), recordType, this::read);
  }

  private List<Row> read(String recordType) {
    return work.sql()
        .createQuery(COLUMNS + "WHERE record_type = :type ORDER BY owner, position, id")
        .bind("type", recordType)
        .map((row, context) -> row(row))
        .list();
  }

  /** To be called after each change of a row. */
  void changed() {
    marks.changed(FIELDS);
  }

  List<Row> all() {
    return work.sql()
        .createQuery(COLUMNS + "ORDER BY record_type, owner, position, id")
        .map((row, context) -> row(row))
        .list();
  }

  public Optional<Row> find(String recordType, String key) {
    return work.sql()
        .createQuery(COLUMNS + "WHERE record_type = :type AND field_key = :key")
        .bind("type", recordType)
        .bind("key", key)
        .map((row, context) -> row(row))
        .findOne();
  }

  /**
   * Locks it until the transaction ends.
   *
   * @throws NoSuchField if there is none
   */
  public Row lock(String recordType, String key) {
    return work.sql()
        .createQuery(COLUMNS + "WHERE record_type = :type AND field_key = :key FOR UPDATE")
        .bind("type", recordType)
        .bind("key", key)
        .map((row, context) -> row(row))
        .findOne()
        .orElseThrow(() -> new NoSuchField(recordType, key));
  }

  Optional<Row> lock(int id) {
    return work.sql()
        .createQuery(COLUMNS + "WHERE id = :id FOR UPDATE")
        .bind("id", id)
        .map((row, context) -> row(row))
        .findOne();
  }

  Optional<Row> find(int id) {
    return work.sql()
        .createQuery(COLUMNS + "WHERE id = :id")
        .bind("id", id)
        .map((row, context) -> row(row))
        .findOne();
  }

  public void insert(String recordType, Field field) {
    work.sql()
        .createUpdate(
            "INSERT INTO field (record_type, owner, field_key, position, type, definition,"
                + " visible, retired, sealed) SELECT :record, :owner, :key,"
                + " COALESCE(MAX(position), -1) + 1, :type, :definition, TRUE, FALSE, :sealed"
                + " FROM field"
                + " WHERE record_type = :record AND owner = :owner")
        .bind("record", recordType)
        .bind("owner", field.owner())
        .bind("key", field.key())
        .bind("type", field.type().name())
        .bind("definition", Definition.write(field))
        .bind("sealed", field.secret())
        .execute();
    changed();
  }

  public void update(Row row, Field field) {
    work.sql()
        .createUpdate(
            "UPDATE field SET type = :type, definition = :definition, version = version + 1"
                + " WHERE id = :id")
        .bind("type", field.type().name())
        .bind("definition", Definition.write(field))
        .bind("id", row.id())
        .execute();
    changed();
  }

  /**
   * @param sealed whether all its values are stored encrypted, and marked where they are searched
   */
  void setSealed(int id, boolean sealed) {
    work.sql().execute("UPDATE field SET sealed = ? WHERE id = ?", sealed, id);
    changed();
  }

  public void putAway(Row row, @Nullable Instant at) {
    work.sql()
        .createUpdate("UPDATE field SET put_away_at = :at, version = version + 1 WHERE id = :id")
        .bind("at", at == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC))
        .bind("id", row.id())
        .execute();
    changed();
  }

  public void setWork(int id, FieldWork fieldWork) {
    work.sql()
        .createUpdate("UPDATE field SET work = :work WHERE id = :id")
        .bind("work", WorkJson.write(fieldWork))
        .bind("id", id)
        .execute();
    changed();
  }

  void setColumn(int id, @Nullable VirtualType column) {
    work.sql()
        .createUpdate("UPDATE field SET column_type = :type WHERE id = :id")
        .bind("type", column == null ? null : column.name())
        .bind("id", id)
        .execute();
    changed();
  }

  private static Row row(ResultSet row) throws SQLException {
    int id = row.getInt("id");
    String stored = row.getString("column_type");
    VirtualType column = stored == null ? null : VirtualType.valueOf(stored);
    FieldType type = FieldType.valueOf(row.getString("type"));
    boolean sealed = row.getBoolean("sealed");
    String key = row.getString("field_key");
    String owner = row.getString("owner");
    String definition = row.getString("definition");
    String known =
        sealed ? Field.MARKS : column != null && column == type.storage() ? "x_" + id : null;
    Field read = Definition.read(key, owner, type, definition, known);
    // a virtual column that is still there knows nothing of what is encrypted by now
    Field field =
        read.secret() && !sealed ? Definition.read(key, owner, type, definition, null) : read;
    LocalDateTime putAway = row.getObject("put_away_at", LocalDateTime.class);
    return new Row(
        id,
        row.getString("record_type"),
        field,
        column,
        row.getBoolean("visible"),
        row.getBoolean("retired"),
        row.getInt("version"),
        putAway == null ? null : putAway.toInstant(ZoneOffset.UTC),
        WorkJson.read(row.getString("work")),
        Utc.at(row, "added_at"),
        sealed);
  }
}
