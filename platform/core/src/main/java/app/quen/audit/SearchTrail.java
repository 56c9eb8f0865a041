package app.quen.audit;

import app.quen.access.Permitted;
import app.quen.audit.internal.Entries;
import app.quen.audit.internal.SeenEntries;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the trail says. */
@ApplicationScoped
public class SearchTrail {

  /** How many entries are looked into for one page. */
  private static final long LOOK = 100_000;

  @Inject Entries entries;
  @Inject SeenEntries seen;

  /**
   * Newest first. Of what was changed and why, who does not see the record's value is told nothing.
   *
   * @param before a sequence; null for the newest
   */
  @Permitted("audit:read")
  @InTransaction
  public AuditPage search(AuditQuery query, @Nullable Long before, int limit) {
    long end = before == null ? Long.MAX_VALUE : before;
    long begin = query.looksInside() ? Math.max(1, Math.min(end, entries.last() + 1) - LOOK) : 1;
    List<AuditEntry> found = entries.search(query, begin, end, limit + 1);
    if (found.size() <= limit) {
      return new AuditPage(seen.of(found, query), begin > 1 ? begin : null);
    }
    List<AuditEntry> shown = List.copyOf(found.subList(0, limit));
    return new AuditPage(seen.of(shown, query), shown.getLast().sequence());
  }
}
