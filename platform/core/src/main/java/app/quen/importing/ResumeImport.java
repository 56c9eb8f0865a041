package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.importing.internal.ImportJobs;
import app.quen.importing.internal.ImportRun;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.internal.Plans;
import app.quen.importing.model.ImportState.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Lets an import that was paused or has failed go on where it stopped. */
@ApplicationScoped
public class ResumeImport {

  @Inject ImportRuns runs;
  @Inject ImportJobs jobs;

  /**
   * @throws NoSuchImport if this workspace has no such import
   * @throws app.quen.field.Invalid if it is not possible in the state or with the mapping it has
   */
  @Permitted("import:run")
  @InTransaction
  public ImportView resume(UUID id) {
    ImportRun run = runs.locked(id);
    run.state().require(Step.RESUME);
    Plans.requireReadable(run.plan());
    jobs.order(run, Step.RESUME, false);
    return runs.locked(id).view(Instant.now());
  }
}
