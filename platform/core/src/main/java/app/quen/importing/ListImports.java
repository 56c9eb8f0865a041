package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.importing.internal.ImportRun;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.internal.Keyset;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workspace's imports, the newest first. */
@ApplicationScoped
public class ListImports {

  @Inject ImportRuns runs;

  /**
   * @param limit at most 200 are given
   * @param cursor of the page before
   * @throws app.quen.field.Invalid if the cursor is none
   */
  @Permitted("import:run")
  @InTransaction
  public ImportPage list(int limit, @Nullable String cursor) {
    int wanted = Keyset.limit(limit);
    List<ImportRun> found = runs.list(wanted + 1, cursor == null ? null : Keyset.id(cursor));
    Instant now = Instant.now();
    return new ImportPage(
        found.stream().limit(wanted).filter(runs::isSeen).map(run -> run.view(now)).toList(),
        found.size() > wanted ? found.get(wanted - 1).id().toString() : null);
  }
}
