package app.quen.rollup.internal;

import app.quen.access.WithoutSight;
import app.quen.database.PlainSql;
import app.quen.database.Utc;
import app.quen.database.Work;
import app.quen.rollup.Rollup;
import app.quen.rollup.Rollups;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * {@link Rollups} by statements over sets of customers. The sums are read with locks, as INSERT …
 * SELECT does: a plain read would see the records as they were when the transaction began, and miss
 * what another one, which held the customer before, has committed since.
 */
@WithoutSight(
    because =
        "it sums up for the customer, and Seen and RollupPart show the sums through the " + "sight")
@ApplicationScoped
class StoredRollups implements Rollups {

  private static final int AT_ONCE = 500;

  /** How often the customers are named in the statement. */
  private static final int LISTS = 4;

  private static final String REFRESH =
      """
      INSERT INTO customer_rollup
        (customer_id, orders, returns, spend, average, first_order_at, last_order_at,
         open_complaints, last_satisfaction, last_satisfaction_kind, last_satisfaction_at,
         last_interaction_at)
      SELECT c.id, o.orders, o.returns, o.spend, ROUND(o.spend / o.orders, 4), o.first, o.last,
        f.open_complaints, COALESCE(s.nps, s.csat, s.rating),
        CASE WHEN s.nps IS NOT NULL THEN 'nps' WHEN s.csat IS NOT NULL THEN 'csat'
          WHEN s.rating IS NOT NULL THEN 'rating' END,
        s.at, i.last
      FROM customer c LEFT JOIN (
        SELECT customer_id,
          NULLIF(SUM(kind = 'sale'), 0) AS orders,
          NULLIF(SUM(CASE WHEN kind = 'sale' THEN return_count ELSE 1 END), 0) AS returns,
          SUM(total - returned) AS spend,
          MIN(CASE WHEN kind = 'sale' THEN placed_at END) AS first,
          MAX(CASE WHEN kind = 'sale' THEN placed_at END) AS last
        FROM sales_order
        WHERE customer_id IN (%1$s) AND deleted = FALSE AND state NOT IN ('draft', 'cancelled')
        GROUP BY customer_id) o ON o.customer_id = c.id
      LEFT JOIN (
        SELECT customer_id, COUNT(*) AS open_complaints
        FROM feedback
        WHERE customer_id IN (%1$s) AND deleted_at IS NULL AND kind = 'complaint'
          AND state IN ('open', 'in-progress')
        GROUP BY customer_id) f ON f.customer_id = c.id
      LEFT JOIN (
        SELECT customer_id, MAX(at) AS last
        FROM interaction
        WHERE customer_id IN (%1$s) AND deleted_at IS NULL AND channel <> 'note'
        GROUP BY customer_id) i ON i.customer_id = c.id
      LEFT JOIN feedback s ON s.id = (
        SELECT id FROM feedback
        WHERE customer_id = c.id AND deleted_at IS NULL
          AND COALESCE(nps, csat, rating) IS NOT NULL
        ORDER BY at DESC, id DESC LIMIT 1)
      WHERE c.id IN (%1$s)
      ON DUPLICATE KEY UPDATE orders = VALUES(orders), returns = VALUES(returns),
        spend = VALUES(spend), average = VALUES(average),
        first_order_at = VALUES(first_order_at), last_order_at = VALUES(last_order_at),
        open_complaints = VALUES(open_complaints), last_satisfaction = VALUES(last_satisfaction),
        last_satisfaction_kind = VALUES(last_satisfaction_kind),
        last_satisfaction_at = VALUES(last_satisfaction_at),
        last_interaction_at = VALUES(last_interaction_at)
      """;

  @Inject Work work;

  @Override
  public void refresh(Collection<UUID> customers) {
    List<UUID> ids = customers.stream().distinct().sorted().toList();
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      List<UUID> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
      String marks = String.join(",", Collections.nCopies(some.size(), "?"));
      List<UUID> each = new ArrayList<>();
      for (int i = 0; i < LISTS; i++) {
        each.addAll(some);
      }
      PlainSql.execute(work.sql(), REFRESH.formatted(marks), each);
    }
  }

  @Override
  public Map<UUID, Rollup> read(Collection<UUID> customers) {
    Map<UUID, Rollup> found = new HashMap<>();
    if (!customers.isEmpty()) {
      PlainSql.read(
          work.sql(),
          "SELECT * FROM customer_rollup WHERE customer_id IN (%s)",
          customers,
          row -> found.put(row.getObject("customer_id", UUID.class), of(row)));
    }
    customers.forEach(id -> found.putIfAbsent(id, Rollup.NONE));
    return found;
  }

  @Override
  public Rollup of(ResultSet row) throws SQLException {
    if (row.getString("customer_id") == null) {
      return Rollup.NONE;
    }
    BigDecimal spend = row.getBigDecimal("spend");
    BigDecimal score = row.getBigDecimal("last_satisfaction");
    return new Rollup(
        row.getInt("orders"),
        row.getInt("returns"),
        spend == null ? BigDecimal.ZERO : spend,
        row.getBigDecimal("average"),
        Utc.atOrNull(row, "first_order_at"),
        Utc.atOrNull(row, "last_order_at"),
        row.getInt("open_complaints"),
        score == null
            ? null
            : new Rollup.Satisfaction(
                row.getString("last_satisfaction_kind"),
                score,
                Utc.atOrNull(row, "last_satisfaction_at")),
        Utc.atOrNull(row, "last_interaction_at"));
  }
}
