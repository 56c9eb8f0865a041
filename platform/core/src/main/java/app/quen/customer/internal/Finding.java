package app.quen.customer.internal;

import app.quen.access.Sight;
import app.quen.customer.CustomerPage;
import app.quen.customer.CustomerQuery;
import app.quen.customer.CustomerQuery.Filter;
import app.quen.customer.CustomerView;
import app.quen.customer.internal.SearchText.Range;
import app.quen.customer.internal.Windows.Entry;
import app.quen.customer.internal.Windows.Wanted;
import app.quen.database.Work;
import app.quen.field.Catalogue;
import app.quen.field.FieldUse;
import app.quen.field.FieldUse.Way;
import app.quen.field.Fields;
import app.quen.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page of customers with bounded work, however many there are.
 *
 * <p>Where one of the conditions holds for few, those few are read, filtered and sorted. Else an
 * index that keeps the order is read window by window, each window is filtered, until the page is
 * full or enough was read; then the page is shorter than asked for, and the next one goes on.
 */
@ApplicationScoped
public class Finding {

  /** Reading and sorting so many takes about as long as a page may take. */
  static final int FEW = 4000;

  /** Estimates are wrong by half and more. */
  private static final long MANY = 3L * FEW;

  private static final int FIRST_WINDOW = 256;
  private static final int MOST_RANGES = 100;
  private static final int MOST_EXAMINED = 20_000;
  private static final String TERM = "term";

  @Inject Work work;
  @Inject SeenCustomers seen;
  @Inject Rows rows;
  @Inject Fields fields;
  @Inject Settings settings;
  @Inject Windows windows;
  @Inject Sources sources;
  @Inject Estimates estimates;
  @Inject FieldUse use;

  public CustomerPage find(CustomerQuery query, @Nullable String cursorText, int limit) {
    Found found = found(query, cursorText, limit);
    return new CustomerPage(found.customers.get(), found.nextCursor);
  }

  /**
   * Which customers a page has.
   *
   * @param nextCursor null after the last page
   * @param customers to be called in the same unit of work: reads them with all that belongs to
   *     them
   */
  record Found(@Nullable String nextCursor, Supplier<List<CustomerView>> customers) {}

  Found found(CustomerQuery query, @Nullable String cursorText, int limit) {
    Catalogue catalogue = fields.catalogue("customer");
    List<Criterion> criteria = criteria(query, catalogue);
    use.note("customer", query.filters().stream().map(Filter::key).toList(), Way.FILTERED);
    if (query.sort() != null) {
      use.note("customer", List.of(query.sort().key()), Way.SORTED);
    }
    Sorting asked = query.sort() == null ? null : Sorting.of(query.sort(), catalogue);
    Cursor cursor = Cursor.decode(cursorText, query);
    List<Range> ranges = query.q() == null ? List.of() : ranges(query.q(), query.archived());
    Few few = few(query, criteria, ranges, asked == null && query.q() != null);
    if (query.q() != null && asked == null) {
      // with few candidates there is no order of terms: they go by name
      boolean byTerm = cursor == null ? few == null || few.terms : cursor.order().equals(TERM);
      if (byTerm) {
        return byTerm(query, catalogue, criteria, ranges, cursor, limit);
      }
      asked = Sorting.BY_NAME;
    }
    Sorting sorting = asked == null ? Sorting.NEWEST : asked;
    List<Sql> conditions = conditions(query, criteria);
    List<Entry> found =
        few != null
            ? windows.few(
                few.source,
                new Wanted(without(few.given, conditions), query.archived(), sorting),
                cursor,
                limit + 1)
            : null;
    if (found != null) {
      List<Entry> page = found.subList(0, Math.min(limit, found.size()));
      boolean more = found.size() > limit;
      return page(query, catalogue, page, more ? page.get(limit - 1) : null, sorting);
    }
    return scanned(query, catalogue, criteria, conditions, sorting, cursor, limit);
  }

  private Found page(
      CustomerQuery query,
      Catalogue catalogue,
      List<Entry> entries,
      @Nullable Entry last,
      Sorting sorting) {
    return new Found(
        last == null ? null : encoded(query, sorting.name(), last),
        () -> seen.read(entries.stream().map(Entry::id).toList(), catalogue));
  }

  private static Found page(List<CustomerView> items, @Nullable String nextCursor) {
    return new Found(nextCursor, () -> items);
  }

  private static String encoded(CustomerQuery query, String order, Entry entry) {
    return new Cursor(order, entry.place(), entry.key(), entry.id()).encode(query);
  }

  /** Window by window along the index of the sort. */
  private Found scanned(
      CustomerQuery query,
      Catalogue catalogue,
      List<Criterion> criteria,
      List<Sql> conditions,
      Sorting sorting,
      @Nullable Cursor cursor,
      int limit) {
    Criterion led = sorting.column() == null ? equal(criteria) : null;
    Driver along = led == null ? null : led.driver();
    List<Sql> rest = without(led == null ? null : led.condition(), conditions);
    int place = cursor == null ? 0 : cursor.place();
    Entry at = cursor == null ? null : Entry.at(place, cursor.key(), cursor.id());
    List<Entry> page = new ArrayList<>();
    boolean unfiltered = rest.isEmpty() && !sorting.ext() && (along == null || along.own());
    // of another table's rows those of archived customers are left out, which are not many
    int size = unfiltered ? limit + 1 : FIRST_WINDOW;
    Wanted wanted = new Wanted(rest, query.archived(), sorting);
    for (int examined = 0; examined < MOST_EXAMINED || at == null; examined += size) {
      List<Entry> window =
          along != null
              ? windows.along(along, wanted, at, size)
              : windows.sorted(wanted, place, at, size);
      for (Entry entry : window) {
        at = entry;
        if (entry.fits()) {
          if (page.size() == limit) {
            return page(query, catalogue, page, page.get(limit - 1), sorting);
          }
          page.add(entry);
        }
      }
      if (window.size() < size) {
        if (!sorting.ext() || place == 1) {
          return page(query, catalogue, page, null, sorting);
        }
        // those without a value come last
        place = 1;
        at = null;
      }
      size = unfiltered ? size : Windows.MOST;
    }
    return page(query, catalogue, page, at, sorting);
  }

  /** What an index gives is not looked at again. */
  private static List<Sql> without(@Nullable Sql given, List<Sql> conditions) {
    return given == null ? conditions : conditions.stream().filter(c -> c != given).toList();
  }

  /** In the order of the terms, range after range; a customer only where it is found first. */
  private Found byTerm(
      CustomerQuery query,
      Catalogue catalogue,
      List<Criterion> criteria,
      List<Range> ranges,
      @Nullable Cursor cursor,
      int limit) {
    Sight sight = seen.sight();
    String mine = mine(sight);
    List<Sql> all = criteria.stream().map(Criterion::condition).toList();
    List<Sql> asked = criteria.stream().filter(c -> !c.sight()).map(Criterion::condition).toList();
    Entry at = cursor == null ? null : Entry.at(cursor.place(), cursor.key(), cursor.id());
    List<CustomerView> items = new ArrayList<>();
    Entry last = at;
    int examined = 0;
    for (int place = at == null ? 0 : at.place(); place < ranges.size(); ) {
      Range range = ranges.get(place);
      int size =
          all.isEmpty()
              ? limit + 1
              : Math.max(limit + 1, examined == 0 ? FIRST_WINDOW : Windows.MOST);
      // a search term says whose it is; of other ranges the customer is asked
      Wanted wanted =
          new Wanted(range.kind() == null ? asked : all, query.archived(), Sorting.BY_TERM);
      List<Entry> window = windows.terms(place, range, mine, wanted, at, size);
      examined += window.size();
      List<Entry> candidates = window.stream().filter(Entry::fits).toList();
      for (int from = 0; from < candidates.size(); ) {
        // no more than the page takes: each is read with all that belongs to it
        int to = Math.min(candidates.size(), from + limit + 1 - items.size());
        List<Entry> some = candidates.subList(from, to);
        Map<UUID, CustomerView> views = new HashMap<>();
        rows.read(some.stream().map(Entry::id).distinct().toList(), catalogue)
            .forEach(view -> views.put(view.id().value(), view));
        for (Entry entry : some) {
          CustomerView view = views.get(entry.id());
          if (view != null
              && sight.sees(view.ownerId(), entry.id())
              && view.deletedAt() == null
              && (view.archivedAt() != null) == query.archived()
              && SearchText.isFirstPlace(ranges, place, entry.key(), Seen.forSearch(view, sight))) {
            if (items.size() == limit) {
              return page(items, last == null ? null : encoded(query, TERM, last));
            }
            items.add(Seen.of(view, sight));
            last = entry;
          }
        }
        from = to;
      }
      if (window.size() < size) {
        place++;
        at = null;
      } else {
        at = window.get(window.size() - 1);
        if (examined >= MOST_EXAMINED) {
          return page(items, encoded(query, TERM, at));
        }
      }
    }
    return page(items, null);
  }

  /** The condition on search terms whose customers are seen. */
  private static String mine(Sight sight) {
    Set<UUID> owners = sight.owners();
    if (owners == null) {
      return "TRUE";
    }
    List<String> either = new ArrayList<>();
    if (!owners.isEmpty()) {
      either.add("owner_id" + in(owners));
    }
    if (!sight.shared().isEmpty()) {
      either.add("customer_id" + in(sight.shared()));
    }
    return either.isEmpty() ? "FALSE" : String.join(" OR ", either);
  }

  /**
   * What the query asks for, and that who asks sees it.
   *
   * @throws app.quen.account.Rejected if it filters or sorts by what they do not see
   */
  List<Criterion> criteria(CustomerQuery query, Catalogue catalogue) {
    Sight sight = seen.sight();
    sight.requireFilterable(query.filters().stream().map(Filter::key).toList());
    if (query.sort() != null) {
      sight.requireSortable(query.sort().key());
    }
    List<Criterion> criteria =
        new ArrayList<>(Criteria.of(query, catalogue, fields, new RollupCriteria(settings)));
    if (!sight.everyRow()) {
      criteria.add(inSight(sight));
    }
    return criteria;
  }

  /** By the index of the owners, and by the ids of what was shared. */
  private static Criterion inSight(Sight sight) {
    Sql condition = Sql.of(sight.rows("c"));
    Set<UUID> owners = sight.owners();
    if (owners == null || owners.size() > MOST_RANGES) {
      return Criterion.ofSight(condition, null);
    }
    List<Driver.Part> parts = new ArrayList<>();
    for (UUID owner : owners) {
      parts.add(new Driver.Part("customer_by_owner", Sql.of("o.owner_id = '" + owner + "'")));
    }
    if (!sight.shared().isEmpty()) {
      String others =
          owners.isEmpty() ? "" : " AND (o.owner_id IS NULL OR o.owner_id NOT" + in(owners) + ")";
      parts.add(new Driver.Part("PRIMARY", Sql.of("o.id" + in(sight.shared()) + others)));
    }
    return Criterion.ofSight(
        condition,
        parts.isEmpty()
            ? null
            : new Driver("customer o", "id", "PRIMARY", condition, true, List.copyOf(parts)));
  }

  /** A UUID's text needs no quoting. */
  private static String in(Set<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining("', '", " IN ('", "')"));
  }

  List<Sql> conditions(CustomerQuery query, List<Criterion> criteria) {
    List<Sql> conditions = new ArrayList<>();
    criteria.forEach(criterion -> conditions.add(criterion.condition()));
    if (query.q() != null) {
      conditions.add(SearchText.condition(query.q(), seen.sight()));
    }
    return conditions;
  }

  private static @Nullable Criterion equal(List<Criterion> criteria) {
    for (Criterion criterion : criteria) {
      if (criterion.equal() && criterion.driver() != null) {
        return criterion;
      }
    }
    return null;
  }

  /**
   * Candidates that are few.
   *
   * @param terms whether they are those that the text finds
   * @param given the condition that holds for all of them
   */
  record Few(Sql source, boolean terms, int count, @Nullable Sql given) {}

  /** The condition that holds for the fewest, if these are few. */
  @Nullable Few few(
      CustomerQuery query, List<Criterion> criteria, List<Range> ranges, boolean termsLast) {
    List<Candidate> candidates = new ArrayList<>();
    for (Criterion criterion : criteria) {
      if (criterion.driver() != null) {
        List<Sql> ranged = sources.sources(criterion.driver(), query.archived(), FEW);
        Sql given = criterion.equal() ? criterion.condition() : null;
        candidates.add(new Candidate(Sources.united(ranged), false, ranged, given));
      }
    }
    if (query.archived()) {
      Sql source = Sql.of("SELECT id FROM customer WHERE archived = 1 LIMIT " + FEW);
      candidates.add(new Candidate(source, false, List.of(source), null));
    }
    boolean asked = !criteria.stream().allMatch(Criterion::sight) || query.archived();
    if (!ranges.isEmpty() && (asked || !termsLast)) {
      // further words make few of many, which only counting tells
      List<Sql> telling =
          ranges.stream().allMatch(range -> range.words().isEmpty())
              ? ranges.stream()
                  .map(range -> sources.source(List.of(range), query.archived(), FEW))
                  .toList()
              : List.of();
      candidates.add(
          new Candidate(sources.source(ranges, query.archived(), FEW), true, telling, null));
    }
    Few best = null;
    for (Candidate candidate : perhapsFew(candidates)) {
      int count = sources.count(candidate.source);
      best = better(best, new Few(candidate.source, candidate.terms, count, candidate.given));
    }
    return best;
  }

  /**
   * @param ranges of indexes that hold all rows of the source; none: nobody can tell
   */
  private record Candidate(Sql source, boolean terms, List<Sql> ranges, @Nullable Sql given) {}

  /** Without those that are many by far: counting them up to the limit would be in vain. */
  private List<Candidate> perhapsFew(List<Candidate> candidates) {
    List<Sql> ranges = candidates.stream().flatMap(c -> c.ranges.stream()).toList();
    if (ranges.isEmpty()) {
      return candidates;
    }
    Iterator<Long> counts = estimates.of(ranges).iterator();
    List<Candidate> few = new ArrayList<>();
    for (Candidate candidate : candidates) {
      long rows = 0;
      for (int i = 0; i < candidate.ranges.size(); i++) {
        rows += counts.next();
      }
      if (rows < MANY) {
        few.add(candidate);
      }
    }
    return few;
  }

  private static @Nullable Few better(@Nullable Few best, Few other) {
    return other.count < FEW && (best == null || other.count < best.count) ? other : best;
  }

  /** Whether all that a text is held against is seen. */
  boolean findsByAll() {
    Sight sight = seen.sight();
    return List.of("phones", "emails", "externalId", "taxCode").stream().allMatch(sight::reads);
  }

  List<Range> ranges(String q, boolean archived) {
    return SearchText.ranges(q, words -> rarest(words, archived));
  }

  /**
   * The place of the word with the fewest terms; of equal ones the last, which is the given name.
   */
  private int rarest(List<String> words, boolean archived) {
    List<Long> counts =
        estimates.of(
            words.stream()
                .map(word -> sources.source(List.of(Range.of(word)), archived, FEW))
                .toList());
    int rarest = words.size() - 1;
    for (int i = rarest - 1; i >= 0; i--) {
      if (counts.get(i) < counts.get(rarest)) {
        rarest = i;
      }
    }
    return rarest;
  }
}
