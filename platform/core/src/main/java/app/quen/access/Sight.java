package app.quen.access;

import app.quen.account.Rejected;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody sees, and may change, of one type of record. Holds for one unit of work. */
public interface Sight {

  String EVERY_ROW = "TRUE";

  /** Every record, and of each every field to write: nothing is to be left out. */
  boolean whole();

  /** Every record of the type. */
  boolean everyRow();

  /** Every record, and of each every field to read: nothing that is said of them is kept back. */
  boolean everyValue();

  /**
   * Stands for all that this rests on: as long as it is the same, the same is seen. For what is
   * kept for somebody, such as a file.
   */
  String mark();

  /**
   * The condition that a row must fulfil, complete: it needs no values, because it is made of ids
   * alone. {@link #EVERY_ROW} where there is none.
   *
   * @param alias of the type's own table in the query
   */
  String rows(String alias);

  /**
   * The same for records that belong to a customer of whom it is known, in this transaction, that
   * they are seen: the condition asks for the records' own reach alone, and not once more for the
   * customer's.
   */
  String rowsOfSeen(String alias);

  /** The same for what is to be changed: what was shared for reading is not in it. */
  String rowsToChange(String alias);

  /**
   * Whose records are seen; null: everybody's and nobody's. Beside them those in {@link #shared}.
   */
  @Nullable Set<UUID> owners();

  /** Single records that were shared. */
  Set<UUID> shared();

  /** Whether a record of this owner is seen. Not for records that belong to a customer. */
  boolean sees(@Nullable UUID owner, UUID id);

  /**
   * Whether the record itself may be changed, if it is seen at all: what is shared may be for
   * reading.
   */
  boolean mayChange(@Nullable UUID owner, UUID id);

  /**
   * @param key of the field, as the catalogue or the API names it
   */
  FieldAccess field(String key);

  default boolean reads(String key) {
    return field(key).compareTo(FieldAccess.READ) >= 0;
  }

  default boolean writes(String key) {
    return field(key) == FieldAccess.WRITE;
  }

  /** Whether a patch may name it: what the system says of a record is passed over. */
  boolean mayName(String key);

  /** The record, in the names of the API, without what is hidden, and masked where it is masked. */
  JsonObject reads(JsonObject record);

  /** The same of values of fields, by their keys. */
  JsonObject values(JsonObject values);

  /** The same of a customer's roll-ups, by their names without what each begins with in filters. */
  JsonObject rollups(JsonObject rollups);

  /** The changes {@code {field, before, after}} that may be told. */
  JsonArray changes(JsonArray changes);

  /** A value of a field as it may be shown; null: not at all. */
  @Nullable String text(String key, @Nullable String value);

  /**
   * @throws Rejected naming each key that may not be written
   */
  void requireWritable(Collection<String> keys);

  /**
   * What one may not read one may not find by either: whether something is found would tell it.
   *
   * @throws Rejected naming each filter
   */
  void requireFilterable(Collection<String> keys);

  /**
   * @throws Rejected if the order would tell what may not be read
   */
  void requireSortable(String key);
}
