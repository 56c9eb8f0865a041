package app.quen.record;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/**
 * A kind of record that belongs to a customer.
 *
 * @param name in facts, permissions and the catalogue of fields, e.g. {@code interaction}
 * @param table with the columns of the properties and those that all such tables have
 * @param customerNeeded whether a record may be of no customer
 * @param title the property that people recognise a record by
 * @param sorts what lists can be sorted by; the first one is the order where none is asked for
 * @param drivers indexes for lists of few; the first that fits is taken
 */
public record RecordType(
    String name,
    String table,
    boolean customerNeeded,
    String title,
    Facts facts,
    Map<String, Property> properties,
    List<Sort> sorts,
    List<Driver> drivers,
    Rules rules) {

  public RecordType(
      String name,
      String table,
      boolean customerNeeded,
      String title,
      Facts facts,
      List<Property> properties,
      List<Sort> sorts,
      List<Driver> drivers,
      Rules rules) {
    this(
        name,
        table,
        customerNeeded,
        title,
        facts,
        byKey(properties),
        List.copyOf(sorts),
        List.copyOf(drivers),
        rules);
  }

  /** What is told when a record was made, changed, put into the trash and taken out again. */
  public record Facts(String added, String revised, String trashed, String restored) {}

  /**
   * An order that an index keeps.
   *
   * @param column never null in the table
   * @param index that begins with {@code deleted_at} and goes on with the column; null for the
   *     primary key
   * @param descending which way it goes where none is asked for
   */
  public record Sort(String key, String column, @Nullable String index, boolean descending) {}

  /**
   * An index of those that have certain values, in the order of the type's first sort.
   *
   * @param keys of the properties, or {@code customerId}, in the order of the index
   */
  public record Driver(String index, List<String> keys) {

    public Driver(String index, String... keys) {
      this(index, List.of(keys));
    }
  }

  /** The column of a property, or of {@code customerId}. */
  public String column(String key) {
    return key.equals("customerId") ? "customer_id" : properties.get(key).column();
  }

  /** What is particular to the type. */
  @FunctionalInterface
  public interface Rules {

    /** Completes the record and says what is wrong with it. */
    void settle(Draft draft);
  }

  private static Map<String, Property> byKey(List<Property> properties) {
    Map<String, Property> map = new LinkedHashMap<>();
    properties.forEach(property -> map.put(property.key(), property));
    return map;
  }

  public SequencedCollection<Property> all() {
    return List.copyOf(properties.values());
  }

  public Optional<Property> find(String key) {
    return Optional.ofNullable(properties.get(key));
  }
}
