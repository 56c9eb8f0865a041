package app.quen.importing.internal;

import app.quen.access.Actor;
import app.quen.digest.Sha256;
import app.quen.importing.Mapping;
import app.quen.importing.internal.ImportRun.Counts;
import app.quen.importing.model.Encoding;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportState;
import app.quen.text.Text;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Files on their way to being an import. */
@ApplicationScoped
public class Uploads {

  private static final int SHOWN_NAME = 200;

  @Inject UploadedFiles files;
  @Inject Plans plans;
  @Inject FileExpiry expiry;
  @Inject Takers takers;

  /** A file that was stored and read. */
  public record Upload(UUID id, long size, byte[] sha256, FileAnalysisResult analysis) {}

  /** What reading it gave; opaque to the use cases. */
  public static final class FileAnalysisResult {
    final FileAnalysis analysis;

    FileAnalysisResult(FileAnalysis analysis) {
      this.analysis = analysis;
    }
  }

  /**
   * @throws app.quen.field.Invalid if there is nothing of this type that rows can become
   */
  public void require(String record) {
    takers.of(record);
  }

  public Upload take(InputStream content) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    expiry.watch(id);
    try {
      MessageDigest digest = Sha256.begun();
      long size = files.store(id, new DigestInputStream(content, digest));
      Path file = files.path(id);
      return new Upload(
          id,
          size,
          digest.digest(),
          new FileAnalysisResult(FileAnalysis.of(file, FileShape.detect(file), null)));
    } catch (RuntimeException e) {
      files.delete(id);
      throw e;
    }
  }

  public void drop(Upload upload) {
    files.delete(upload.id());
  }

  public ImportRun run(Upload upload, String record, String fileName, Actor by, Instant now) {
    FileAnalysis analysis = upload.analysis().analysis;
    return new ImportRun(
        upload.id(),
        shownName(fileName),
        upload.size(),
        ImportState.UPLOADED,
        0,
        plans.first(record, analysis),
        0,
        analysis.rows(),
        Counts.NONE,
        null,
        advice(analysis.encoding()),
        now,
        by,
        null,
        null,
        null,
        0,
        null);
  }

  /** Reads the file again as the mapping says. */
  public FileAnalysisResult again(ImportRun run, Mapping mapping) {
    FileShape shape = plans.shape(run.plan(), mapping);
    Boolean header = mapping.header() == null ? (Boolean) run.plan().header() : mapping.header();
    return new FileAnalysisResult(FileAnalysis.of(files.path(run.id()), shape, header));
  }

  public ImportPlan decided(ImportRun run, FileAnalysisResult result, Mapping mapping) {
    return plans.decided(run.plan(), result.analysis, mapping);
  }

  public long rows(FileAnalysisResult result) {
    return result.analysis.rows();
  }

  public @Nullable Text advice(FileAnalysisResult result) {
    return advice(result.analysis.encoding());
  }

  private static @Nullable Text advice(@Nullable Encoding encoding) {
    return encoding == null || encoding.isReadable() ? null : encoding.advice();
  }

  /** The last part of a path, without control characters, cut to what fits. */
  static String shownName(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("[\\p{Cntrl}\\u202A-\\u202E\\u2066-\\u2069]", "").strip();
    if (plain.isEmpty()) {
      return "import";
    }
    return plain.length() <= SHOWN_NAME ? plain : plain.substring(0, SHOWN_NAME);
  }
}
