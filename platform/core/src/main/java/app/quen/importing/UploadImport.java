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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Takes a spreadsheet in, looks at it and suggests where its columns go; imports nothing yet. */
@ApplicationScoped
public class UploadImport {

  @Inject Work work;
  @Inject Access access;
  @Inject ImportRuns runs;
  @Inject Uploads uploads;

  /** Decides whether a file that has arrived becomes an import. */
  public interface Arrival<T> {

    /**
     * @param sha256 of the file
     * @param add makes it an import; a file for which this is not called is dropped
     */
    T decide(byte[] sha256, Supplier<ImportView> add);
  }

  /**
   * Reads the stream once and to its end, so this is no unit of work that could be run again.
   *
   * @param record what the rows become: {@code customer}, {@code order}, {@code interaction},
   *     {@code feedback} or {@code task}
   * @param fileName as it is called where it came from; only shown
   * @throws app.quen.field.Invalid if it is no CSV or XLSX file or is broken
   * @throws TooLarge if it has more bytes than an import takes
   */
  @Permitted("import:run")
  public <T> T upload(String record, String fileName, InputStream content, Arrival<T> arrival) {
    uploads.require(record);
    Uploads.Upload upload = uploads.take(content);
    AtomicBoolean added = new AtomicBoolean();
    try {
      T result =
          arrival.decide(
              upload.sha256(),
              () -> {
                ImportView view = add(upload, record, fileName);
                added.set(true);
                return view;
              });
      if (!added.get()) {
        uploads.drop(upload);
      }
      return result;
    } catch (RuntimeException e) {
      uploads.drop(upload);
      throw e;
    }
  }

  private ImportView add(Uploads.Upload upload, String record, String fileName) {
    return work.transact(
        () -> {
          Instant now = Instant.now();
          ImportRun run = uploads.run(upload, record, fileName, access.actor(), now);
          runs.add(run);
          return run.view(now);
        });
  }
}
