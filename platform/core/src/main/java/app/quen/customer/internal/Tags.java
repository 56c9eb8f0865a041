package app.quen.customer.internal;

import app.quen.access.Sight;
import app.quen.customer.model.Keys;
import app.quen.database.Work;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tags that customers carry. */
@ApplicationScoped
public class Tags {

  private static final int AT_MOST = 20;

  @Inject Work work;
  @Inject SeenCustomers seen;

  /** Jumps from tag to tag in the index, however many customers carry each. */
  public List<String> suggest(String prefix) {
    Sight sight = seen.sight();
    if (!sight.reads("tags")) {
      return List.of();
    }
    String ofSeen =
        sight.everyRow()
            ? ""
            : " AND EXISTS (SELECT 1 FROM customer c WHERE c.id = t.customer_id AND "
                + sight.rows("c")
                + ")";
    String begins = Criteria.escaped(Keys.ofTag(prefix)) + "%";
    List<String> tags = new ArrayList<>();
    String last = "";
    while (tags.size() < AT_MOST) {
      Optional<String[]> next =
          work.sql()
              .createQuery(
                  "SELECT tag_key, tag FROM customer_tag t FORCE INDEX (customer_tag_customers)"
                      + " WHERE tag_key > :last AND tag_key LIKE :begins"
                      + ofSeen
                      + " ORDER BY tag_key, customer_id LIMIT 1")
              .bind("last", last)
              .bind("begins", begins)
              .map((row, context) -> new String[] {row.getString(1), row.getString(2)})
              .findFirst();
      if (next.isEmpty()) {
        break;
      }
      last = next.get()[0];
      tags.add(next.get()[1]);
    }
    return tags;
  }
}
