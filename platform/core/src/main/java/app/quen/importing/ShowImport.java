package app.quen.importing;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.importing.internal.ImportRuns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** One import and how far it is. */
@ApplicationScoped
public class ShowImport {

  @Inject ImportRuns runs;

  /**
   * @throws NoSuchImport if this workspace has no such import
   */
  @Permitted("import:run")
  @InTransaction
  public ImportView show(UUID id) {
    return runs.seen(id).view(Instant.now());
  }
}
