package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.importing.internal.ImportRun;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.model.ImportState.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Stops a running import until it is resumed; the rows that are being written are not taken. */
@ApplicationScoped
public class PauseImport {

  @Inject ImportRuns runs;

  /**
   * @throws NoSuchImport if this workspace has no such import
   * @throws app.quen.field.Invalid if it is not running
   */
  @Permitted("import:run")
  @InTransaction
  public ImportView pause(UUID id) {
    ImportRun run = runs.locked(id);
    runs.step(run, Step.PAUSE, Instant.now());
    return runs.locked(id).view(Instant.now());
  }
}
