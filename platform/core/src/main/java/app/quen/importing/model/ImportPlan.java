package app.quen.importing.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known and decided about a file before it is imported.
 *
 * @param record what the rows become: {@code customer}, or {@code order}, of which each row is a
 *     line
 * @param encoding and {@code delimiter}: of a CSV file; null for XLSX
 * @param header whether the first row names the columns
 * @param sheet the name of the sheet that is read; null for CSV
 * @param preview the first rows with values, as they are in the file
 * @param match the identifiers that recognise a customer, in this order
 * @param sourceId where the data comes from; null: the source of who runs the import
 */
public record ImportPlan(
    String record,
    @Nullable String encoding,
    @Nullable String delimiter,
    boolean header,
    @Nullable String sheet,
    List<ImportColumn> columns,
    List<List<String>> preview,
    List<String> match,
    OnMatch onMatch,
    OnNew onNew,
    @Nullable UUID sourceId) {

  /** What happens with a row whose customer is known already. */
  public enum OnMatch {
    UPDATE,
    SKIP
  }

  /** What happens with a row whose customer is not known yet. */
  public enum OnNew {
    CREATE,
    SKIP
  }

  /** Whether it stands for one whose text cannot be read. */
  public boolean isUnreadable() {
    return columns.isEmpty();
  }

  /** The columns that go into a field. */
  public List<ImportColumn> mapped() {
    return columns.stream().filter(column -> column.field() != null).toList();
  }
}
