package app.quen.record;

import java.util.List;

/** Somebody else changed the record since the caller read it. Nothing was changed. */
public class RecordConflict extends RuntimeException {

  private final transient RecordView current;
  private final List<String> changedFields;

  public RecordConflict(RecordView current, List<String> changedFields) {
    super("record " + current.id() + " is at version " + current.version());
    this.current = current;
    this.changedFields = List.copyOf(changedFields);
  }

  /** As it is now. */
  public RecordView current() {
    return current;
  }

  /** The keys of the fields that changed since the version that the caller knew. */
  public List<String> changedFields() {
    return changedFields;
  }
}
