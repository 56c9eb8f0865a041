package app.quen.bulk.internal;

import app.quen.access.Access;
import app.quen.bulk.BulkView;
import app.quen.bulk.BulkView.Note;
import app.quen.bulk.BulkView.Preview;
import app.quen.bulk.BulkView.Sample;
import app.quen.bulk.PreviewBulk.Plan;
import app.quen.customer.CheckManyChanges;
import app.quen.customer.CheckManyChanges.Checked;
import app.quen.customer.CountCustomers;
import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerQuery;
import app.quen.customer.FindCustomers;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tries a change on the first thousand of the customers that it concerns. */
@ApplicationScoped
public class Previews {

  private static final int EXAMINED = 1_000;
  private static final int SHOWN = 10;

  @Inject Access access;
  @Inject RunRows rows;
  @Inject FindCustomers finding;
  @Inject CountCustomers counting;
  @Inject CheckManyChanges checking;
  @Inject RecordEdits edits;

  public BulkView make(Plan plan) {
    Plans.require(plan);
    if (!plan.record().equals(Plans.CUSTOMER)) {
      return kept(plan, edits.preview(plan));
    }
    CustomerQuery query = Plans.query(plan.query());
    List<UUID> some = query == null ? distinct(plan.ids()) : first(query);
    long count = query == null ? distinct(plan.ids(), Plans.MOST_IDS).size() : some.size();
    boolean exact = true;
    if (query != null && some.size() >= EXAMINED) {
      CountCustomers.Count counted = counting.count(query);
      count = Math.max(counted.count(), some.size());
      exact = counted.exact();
    }
    return kept(plan, preview(checking.check(Plans.wishes(plan, some)), count, exact));
  }

  private BulkView kept(Plan plan, Preview preview) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    rows.add(id, Run.EDIT, null, null, Plans.json(plan), preview, access.actor(), Instant.now());
    return rows.find(id).orElseThrow().view();
  }

  private static List<UUID> distinct(List<UUID> ids) {
    return distinct(ids, EXAMINED);
  }

  private static List<UUID> distinct(List<UUID> ids, int most) {
    return ids.stream().distinct().limit(most).toList();
  }

  private List<UUID> first(CustomerQuery query) {
    List<UUID> ids = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      CustomerPage page = finding.find(query, cursor, FindCustomers.MOST);
      page.items().forEach(customer -> ids.add(customer.id().value()));
      cursor = page.nextCursor();
    } while (cursor != null && ids.size() < EXAMINED);
    return ids;
  }

  private static Preview preview(List<Checked> checked, long count, boolean exact) {
    List<Sample> samples = new ArrayList<>();
    List<Note> refusals = new ArrayList<>();
    long changed = 0;
    long refused = 0;
    for (Checked one : checked) {
      String name = one.name() == null ? "" : one.name();
      if (!one.problems().isEmpty()) {
        refused++;
        if (refusals.size() < SHOWN) {
          refusals.add(new Note("customer", one.id().value(), name, one.problems()));
        }
      } else if (!one.changes().isEmpty()) {
        changed++;
        if (samples.size() < SHOWN) {
          samples.add(new Sample(one.id().value(), name, one.changes()));
        }
      }
    }
    return new Preview(
        count,
        exact,
        checked.size(),
        changed,
        checked.size() - changed - refused,
        refused,
        samples,
        refusals);
  }
}
