package app.quen.customer.internal;

import app.quen.access.WithoutSight;
import app.quen.customer.CountCustomers.Count;
import app.quen.customer.CustomerQuery;
import app.quen.customer.internal.Finding.Few;
import app.quen.customer.internal.SearchText.Range;
import app.quen.customer.internal.Windows.Entry;
import app.quen.customer.internal.Windows.Wanted;
import app.quen.field.Catalogue;
import app.quen.field.Fields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Counts what can be counted quickly, and estimates the rest from a sample. */
@WithoutSight(because = "Finding.criteria puts the condition of the sight into every count")
@ApplicationScoped
public class Counting {

  private static final int EXACT = 1000;

  @Inject Finding finding;
  @Inject Windows windows;
  @Inject Sources sources;
  @Inject Fields fields;

  public Count count(CustomerQuery query) {
    Catalogue catalogue = fields.catalogue("customer");
    List<Criterion> criteria = finding.criteria(query, catalogue);
    List<Range> ranges =
        query.q() == null ? List.of() : finding.ranges(query.q(), query.archived());
    List<Sql> conditions = finding.conditions(query, criteria);
    Few few = finding.few(query, criteria, ranges, false);
    if (few != null) {
      // the ranges say exactly what the text finds; its condition is only near
      List<Sql> others =
          few.terms() && finding.findsByAll()
              ? criteria.stream().map(Criterion::condition).toList()
              : conditions;
      return new Count(sources.countFew(few.source(), others, query.archived()), true);
    }
    Sql some =
        new Sql(
            "SELECT id FROM customer FORCE INDEX (customer_by_update) WHERE archived = ? LIMIT "
                + Finding.FEW,
            List.of(query.archived()));
    if (sources.count(some) < Finding.FEW) {
      return new Count(sources.countFew(some, conditions, query.archived()), true);
    }
    return new Count(estimate(query, conditions), false);
  }

  /** From the newest and the oldest customers, who may well differ. */
  private long estimate(CustomerQuery query, List<Sql> conditions) {
    long all = sources.customers();
    if (conditions.isEmpty()) {
      return Math.max(all, EXACT);
    }
    int sampled = 0;
    int fitting = 0;
    for (Sorting order : List.of(Sorting.NEWEST, Sorting.OLDEST, Sorting.BY_NAME)) {
      List<Entry> sample =
          windows.sorted(new Wanted(conditions, query.archived(), order), 0, null, Windows.MOST);
      sampled += sample.size();
      fitting += (int) sample.stream().filter(Entry::fits).count();
    }
    return sampled == 0 ? 0 : Math.round((double) all * fitting / sampled);
  }
}
