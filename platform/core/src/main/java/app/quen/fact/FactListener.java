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
   * Takes facts in the order of their sequence. At least once: a fact may come again. An exception
   * means that none of the batch counts as delivered; the relay then tries one by one.
   */
  void deliver(List<Fact> facts);
}
