package app.quen.record;

import app.quen.timeline.SummaryPart;

/** Brings some of a customer's records to the summary. */
public interface RecordSummaries {

  /**
   * @param name in the summary
   * @param where a condition on the table, for which an index that begins with the customer is
   *     enough
   * @param order what decides which come first
   * @param most how many; 1 gives the record or null, more gives a list
   */
  SummaryPart of(RecordType type, String name, String where, String order, int most);
}
