package app.quen.database;

/**
 * Changes to the tables of the tenant that is entered, made by the database user that owns them.
 * Each is its own transaction and can be repeated: what is there already is left alone. Refused
 * while a unit of work is open on this thread, whose locks it would wait for.
 */
public interface SchemaChange {

  /**
   * Adds a virtual column (at once, without copying the table).
   *
   * @param table and {@code column}: lower case letters, digits and underscores
   * @param type what the column holds
   * @param jsonColumn the JSON column that the value is taken from
   * @param key the member of the JSON object; any text. A value that does not fit the type reads as
   *     NULL
   */
  void addVirtualColumn(
      String table, String column, VirtualType type, String jsonColumn, String key);

  /** Adds an index over these columns without blocking writers. */
  void addIndex(String table, String index, String... columns);

  void dropIndex(String table, String index);

  void dropColumn(String table, String column);

  /** What a virtual column holds. */
  enum VirtualType {
    /** Up to 255 characters; longer text is cut. */
    TEXT,
    /** {@code DECIMAL(30,6)}. */
    NUMBER,
    DATE,
    BOOLEAN
  }
}
