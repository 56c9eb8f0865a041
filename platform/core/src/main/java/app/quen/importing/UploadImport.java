package app.quen.importing;

import app.quen.access.Access;
import app.quen.access.Permitted;
import app.quen.database.Work;
import app.quen.importing.internal.ImportRun;
import app.quen.importing.internal.ImportRuns;
import app.quen.importing.internal.Uploads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Instant;

/** Takes a spreadsheet in, looks at it and suggests where its columns go; imports nothing yet. */
@ApplicationScoped
public class UploadImport {

  @Inject Work work;
  @Inject Access access;
  @Inject ImportRuns runs;
  @Inject Uploads uploads;

  /**
   * Reads the stream once and to its end, so this is no unit of work that could be run again.
   *
   * @param fileName as it is called where it came from; only shown
   * @throws app.quen.field.Invalid if it is no CSV or XLSX file or is broken
   * @throws TooLarge if it has more bytes than an import takes
   */
  @Permitted("import:run")
  public ImportView upload(String fileName, InputStream content) {
    Uploads.Upload upload = uploads.take(content);
    try {
      return work.transact(
          () -> {
            Instant now = Instant.now();
            ImportRun run = uploads.run(upload, fileName, access.actor(), now);
            runs.add(run);
            return run.view(now);
          });
    } catch (RuntimeException e) {
      uploads.drop(upload);
      throw e;
    }
  }
}
