package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.database.Work;
import app.quen.importing.internal.ImportRun;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.internal.UploadedFiles;
import app.quen.importing.model.ImportState.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/**
 * Ends an import for good, or a dry run. What was imported stays; the rest is not touched, and the
 * file is deleted. A dry run that is cancelled leaves the import as it was uploaded.
 */
@ApplicationScoped
public class CancelImport {

  @Inject Work work;
  @Inject ImportRuns runs;
  @Inject UploadedFiles files;

  /**
   * @throws NoSuchImport if this workspace has no such import
   * @throws app.quen.field.Invalid if it has come to its end already
   */
  @Permitted("import:run")
  @InTransaction
  public ImportView cancel(UUID id) {
    ImportRun run = runs.locked(id);
    runs.step(run, Step.CANCEL, Instant.now());
    if (run.state().require(Step.CANCEL).isFinal()) {
      work.afterCommit(() -> files.delete(id));
    }
    return runs.locked(id).view(Instant.now());
  }
}
