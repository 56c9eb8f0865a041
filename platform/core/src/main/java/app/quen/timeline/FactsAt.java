package app.quen.timeline;

import static java.util.Comparator.naturalOrder;

import app.quen.access.WithoutSight;
import app.quen.customer.CustomerId;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.timeline.TimelineSource.Place;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads the facts of a table of history that stand at places of a customer's timeline. */
@WithoutSight(because = "who shows the facts asks the sight for each of them")
public final class FactsAt {

  private FactsAt() {}

  /**
   * @param columns of the facts, as in the SELECT
   * @param history the table
   */
  public static void read(
      Handle sql,
      String columns,
      String history,
      CustomerId customer,
      List<Place> places,
      PlainSql.RowReader reader) {
    // the times lead to them by the index, the ids say which of one moment are meant
    String query =
        "SELECT %s FROM %s WHERE customer_id = '%s' AND at BETWEEN '%s' AND '%s' AND fact_id IN (%%s)"
            .formatted(
                columns,
                history,
                customer.value(),
                Utc.of(places.stream().map(Place::at).min(naturalOrder()).orElseThrow()),
                Utc.of(places.stream().map(Place::at).max(naturalOrder()).orElseThrow()));
    PlainSql.read(sql, query, places.stream().map(Place::id).toList(), reader);
  }
}
