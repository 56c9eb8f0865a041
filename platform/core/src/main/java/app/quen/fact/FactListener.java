package app.quen.fact;

import java.util.List;

/**
 * Is told facts after commit, inside the tenant and with no unit of work open. The beans of this
 * type are the platform's own listeners; plugins' listeners come through {@link FactListeners}.
 */
public interface FactListener {

  /** A stable name, the key of this listener's deliveries, e.g. {@code history}. */
  String name();

  boolean wants(String factType);

  /**
   * Whether it only writes to the tenant's own schema, so that it is quick and hangs no longer than
   * the database does. It is then handed facts straight from the outbox, and a delivery is written
   * down only for what it could not take. All others wait in a line of their own.
   */
  default boolean prompt() {
    return false;
  }

  /**
   * Takes facts in the order of their sequence. At least once: a fact may come again. An exception
   * means that none of the batch counts as delivered; the relay then tries one by one.
   */
  void deliver(List<Fact> facts);
}
