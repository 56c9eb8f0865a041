package app.quen.importing.internal;

import app.quen.importing.RejectedRowPage.RejectedRow;
import app.quen.importing.model.ImportColumn;
import app.quen.importing.model.ImportPlan;
import app.quen.text.FormulaGuard;
import app.quen.text.Text;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The file of rejected rows: the columns of the original, and one more that says why. */
public final class RejectedFile implements AutoCloseable {

  /** Also recognised on the way back in, in either language, and left out. */
  static final Text REASON = new Text("Lý do bị từ chối (Quen)", "Reason for rejection (Quen)");

  private final CsvWriter csv;
  private final String language;
  private final List<ImportColumn> columns;

  private RejectedFile(CsvWriter csv, String language, List<ImportColumn> columns) {
    this.csv = csv;
    this.language = language;
    this.columns = columns;
  }

  public static RejectedFile open(ImportPlan plan, String language, OutputStream out) {
    try {
      Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
      // Excel takes a CSV file for UTF-8 only with this mark
      text.write('\uFEFF');
      List<ImportColumn> columns =
          plan.columns().stream().filter(column -> !isReason(column.heading())).toList();
      var file = new RejectedFile(CsvWriter.builder().build(text), language, columns);
      if (plan.header()) {
        List<String> headings = new ArrayList<>();
        columns.forEach(column -> headings.add(FormulaGuard.guarded(column.heading())));
        headings.add(REASON.in(language));
        file.csv.writeRecord(headings);
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void write(RejectedRow row) {
    List<String> cells = new ArrayList<>(columns.size() + 1);
    for (ImportColumn column : columns) {
      String cell = column.index() < row.values().size() ? row.values().get(column.index()) : "";
      cells.add(FormulaGuard.guarded(cell));
    }
    cells.add(
        row.reasons().stream()
            .map(problem -> problem.message().in(language))
            .distinct()
            .collect(Collectors.joining(" ")));
    csv.writeRecord(cells);
  }

  static boolean isReason(String heading) {
    String bare = Row.strip(heading);
    return bare.equals(REASON.vi()) || bare.equals(REASON.en());
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
