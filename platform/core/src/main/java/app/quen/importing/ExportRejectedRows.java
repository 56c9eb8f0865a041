package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.Work;
import app.quen.importing.RejectedRowPage.RejectedRow;
import app.quen.importing.internal.ImportRun;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.internal.RejectedFile;
import app.quen.importing.internal.RejectedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;

/**
 * The rows of an import that were not taken, as a CSV file with the columns of the original and the
 * reason; once corrected it can be imported again.
 */
@ApplicationScoped
public class ExportRejectedRows {

  private static final int PAGE = 1000;

  @Inject Work work;
  @Inject ImportRuns runs;
  @Inject RejectedRows rejected;

  /**
   * Reads page by page, each in its own transaction.
   *
   * @param language of the reasons: vi or en
   * @throws NoSuchImport if this workspace has no such import
   */
  @Permitted("import:run")
  public void export(UUID id, String language, OutputStream out) {
    ImportRun run = work.transact(() -> runs.seen(id));
    try (RejectedFile file = RejectedFile.open(run.plan(), language, out)) {
      long after = 0;
      List<RejectedRow> rows;
      do {
        long from = after;
        rows = work.transact(() -> rejected.after(id, from, PAGE));
        rows.forEach(file::write);
        after = rows.isEmpty() ? after : rows.getLast().row();
      } while (rows.size() == PAGE);
    }
  }
}
