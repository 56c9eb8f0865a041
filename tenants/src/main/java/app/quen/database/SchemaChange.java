package app.quen.database;

import java.util.function.Supplier;

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
  default void addIndex(String table, String index, String... columns) {
    addIndex(table, index, percent -> true, columns);
  }

  /**
   * Adds an index over these columns without blocking writers; takes seconds for a million rows.
   *
   * @return false if the progress said to stop; there is then no such index
   */
  boolean addIndex(String table, String index, Progress progress, String... columns);

  void dropIndex(String table, String index);

  void dropColumn(String table, String column);

  /**
   * Runs the work while nobody else, on any server, changes tables of this tenant in the same way.
   */
  <T> T alone(Supplier<T> work);

  /**
   * Is told how far a long change is. Called on a thread of its own, where no tenant is entered.
   */
  @FunctionalInterface
  interface Progress {

    /**
     * @param percent 0 to 99; may go back when the change is begun anew
     * @return false to stop
     */
    boolean goOn(int percent);
  }

  /** What a virtual column holds. */
  enum VirtualType {
    /** Up to 255 characters; longer text is cut. */
    TEXT,
    /** {@code DECIMAL(30,6)}. */
    NUMBER,
    DATE,
    /**
     * An instant to the second, as the text 2026-03-05T07:30:00Z, which sorts by time: MariaDB
     * indexes no column that it casts to DATETIME.
     */
    DATETIME,
    BOOLEAN
  }
}
