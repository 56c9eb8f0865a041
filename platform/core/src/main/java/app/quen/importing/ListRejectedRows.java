package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.importing.RejectedRowPage.RejectedRow;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.internal.Keyset;
import app.quen.importing.internal.RejectedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of an import that were not taken, and why. */
@ApplicationScoped
public class ListRejectedRows {

  @Inject ImportRuns runs;
  @Inject RejectedRows rejected;

  /**
   * @param limit at most 200 are given
   * @param cursor of the page before
   * @throws NoSuchImport if this workspace has no such import
   */
  @Permitted("import:run")
  @InTransaction
  public RejectedRowPage list(UUID id, int limit, @Nullable String cursor) {
    runs.seen(id);
    int wanted = Keyset.limit(limit);
    List<RejectedRow> found =
        rejected.after(id, cursor == null ? 0 : Keyset.number(cursor), wanted + 1);
    return new RejectedRowPage(
        found.stream().limit(wanted).toList(),
        found.size() > wanted ? String.valueOf(found.get(wanted - 1).row()) : null);
  }
}
