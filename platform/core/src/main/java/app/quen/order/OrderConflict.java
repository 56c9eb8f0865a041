package app.quen.order;

import java.util.List;

/** Somebody else changed the order since the caller read it. Nothing was changed. */
public class OrderConflict extends RuntimeException {

  private final transient OrderView current;
  private final List<String> changedFields;

  public OrderConflict(OrderView current, List<String> changedFields) {
    super("order " + current.id() + " is at version " + current.version());
    this.current = current;
    this.changedFields = List.copyOf(changedFields);
  }

  /** As it is now. */
  public OrderView current() {
    return current;
  }

  /** What changed since the version that the caller knew. */
  public List<String> changedFields() {
    return changedFields;
  }
}
