package app.quen.importing;

import app.quen.access.Actor;
import app.quen.importing.model.ImportColumn;
import app.quen.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An import as people and programs see it.
 *
 * @param record what its rows become: {@code customer} or {@code order}
 * @param size of the file in bytes
 * @param state e.g. {@code running}; see {@link app.quen.importing.model.ImportState}
 * @param encoding and {@code delimiter}: null for a workbook
 * @param preview the first rows, as in the file
 * @param match the identifiers that recognise a customer: phone, email, externalId
 * @param onMatch {@code update} or {@code skip}
 * @param onNew {@code create} or {@code skip}
 * @param sourceId where the data comes from; null: the source of who runs the import
 * @param check what the last dry run said; null before it, and after the mapping was changed
 * @param result what was done so far; null before the import was started
 * @param failure what stopped it, or why the file cannot be read as it is
 */
public record ImportView(
    UUID id,
    String record,
    String fileName,
    long size,
    String state,
    @Nullable String encoding,
    @Nullable String delimiter,
    boolean header,
    @Nullable String sheet,
    List<ImportColumn> columns,
    List<List<String>> preview,
    List<String> match,
    String onMatch,
    String onNew,
    @Nullable UUID sourceId,
    Progress progress,
    @Nullable Check check,
    @Nullable Result result,
    @Nullable Text failure,
    Instant createdAt,
    Actor createdBy,
    @Nullable Instant finishedAt) {

  /** How far the job is, of the dry run or of the import. */
  public record Progress(
      long rowsDone,
      @Nullable Long rowsTotal,
      @Nullable Instant startedAt,
      @Nullable Long etaSeconds) {}

  /** What the import would do. */
  public record Check(long create, long update, long skip, long reject, List<Example> examples) {}

  /**
   * One row of a dry run.
   *
   * @param action {@code create}, {@code update}, {@code skip} or {@code reject}
   */
  public record Example(long row, String action, @Nullable String name, @Nullable Text reason) {}

  /** What the import has done. */
  public record Result(long created, long updated, long skipped, long rejected) {}
}
