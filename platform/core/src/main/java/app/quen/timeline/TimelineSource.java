package app.quen.timeline;

import app.quen.customer.CustomerId;
import java.util.List;

/**
 * One kind of thing that happens with customers. A CDI bean; called inside the tenant, in the
 * reader's transaction.
 */
public interface TimelineSource {

  /** As filters name it, e.g. {@code order}; several sources may bring the same kind. */
  String kind();

  /** Who lacks it sees the timeline without these entries. */
  String permission();

  /**
   * The newest entries of the customer that lie in the window, newest first by (at, id), ids in the
   * order of their text. Reads an index that keeps this order: a customer may have a hundred
   * thousand.
   */
  List<TimelineEntry> newest(CustomerId customer, Window window, int limit);
}
