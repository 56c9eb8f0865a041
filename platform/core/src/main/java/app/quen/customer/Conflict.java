package app.quen.customer;

import java.util.List;

/** Somebody else changed the customer since the caller read it. Nothing was changed. */
public class Conflict extends RuntimeException {

  private final CustomerView current;
  private final List<String> changedFields;

  public Conflict(CustomerView current, List<String> changedFields) {
    super("customer " + current.id() + " is at version " + current.version());
    this.current = current;
    this.changedFields = List.copyOf(changedFields);
  }

  /** As it is now; {@link CustomerView#updatedBy} says who changed it last. */
  public CustomerView current() {
    return current;
  }

  /** The keys of the fields that changed since the version that the caller knew. */
  public List<String> changedFields() {
    return changedFields;
  }
}
