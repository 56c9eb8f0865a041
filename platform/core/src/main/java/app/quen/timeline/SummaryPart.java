package app.quen.timeline;

import app.quen.customer.CustomerId;
import jakarta.json.JsonValue;

/**
 * One of the things that the top of a profile says. A CDI bean; called inside the tenant, in the
 * reader's transaction, for a customer whom the reader sees. Cheap: a few rows by an index.
 */
public interface SummaryPart {

  /** Its name in the summary, e.g. {@code openComplaints}. */
  String name();

  /** Who lacks it gets null in its place. */
  String permission();

  JsonValue of(CustomerId customer);
}
