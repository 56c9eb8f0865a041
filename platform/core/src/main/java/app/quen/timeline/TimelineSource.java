package app.quen.timeline;

import app.quen.customer.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One kind of thing that happens with customers. A CDI bean; called inside the tenant, in the
 * reader's transaction, for a customer whom the reader sees.
 */
public interface TimelineSource {

  /** As filters name it, e.g. {@code order}; several sources may bring the same kind. */
  String kind();

  /** Who lacks it sees the timeline without these entries. */
  String permission();

  /** Where its entries are. The timeline looks for the newest of all sources in one query. */
  Track track();

  /**
   * The entries at these places, in any order; without those that cannot be shown any more.
   *
   * @param places never empty
   */
  List<TimelineEntry> entries(CustomerId customer, List<Place> places);

  /**
   * A table with what happened to customers, in SQL of the source's own making. An index must keep
   * the order by (customer, at): a customer may have a hundred thousand.
   *
   * @param table with a hint for the index where it needs one; has a column {@code customer_id}
   * @param condition on its rows, beside the customer
   * @param at the column or expression that says when it happened, which is never null
   * @param id the column with what tells two entries apart
   */
  record Track(String table, String condition, String at, String id) {}

  /** Where an entry stands in the timeline. */
  record Place(UUID id, Instant at) {}
}
