package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.Work;
import app.quen.importing.internal.ImportRun;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.internal.Plans;
import app.quen.importing.internal.RememberedMappings;
import app.quen.importing.internal.Uploads;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportState;
import app.quen.importing.model.ImportState.Step;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/**
 * Decides how a file is read and where its columns go; remembered for the next file with the same
 * headings. What a dry run said before does not hold any more.
 */
@ApplicationScoped
public class MapImport {

  @Inject Work work;
  @Inject ImportRuns runs;
  @Inject Uploads uploads;
  @Inject RememberedMappings mappings;

  /**
   * The file is read between two units of work, as that may take seconds.
   *
   * @throws NoSuchImport if this workspace has no such import
   * @throws app.quen.field.Invalid if the mapping does not fit, or the import was started already
   */
  @Permitted("import:run")
  public ImportView map(UUID id, Mapping mapping) {
    ImportRun before =
        work.transact(
            () -> {
              ImportRun run = runs.locked(id);
              run.state().require(Step.MAP);
              Plans.requireReadable(run.plan());
              return run;
            });
    Uploads.FileAnalysisResult read = uploads.again(before, mapping);
    return work.transact(
        () -> {
          ImportRun run = runs.locked(id);
          ImportState next = run.state().require(Step.MAP);
          ImportPlan plan = uploads.decided(run, read, mapping);
          runs.map(id, next, plan, uploads.rows(read), uploads.advice(read));
          mappings.remember(plan, Instant.now());
          return runs.locked(id).view(Instant.now());
        });
  }
}
