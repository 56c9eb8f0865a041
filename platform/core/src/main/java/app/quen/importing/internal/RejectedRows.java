package app.quen.importing.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.field.Problem;
import app.quen.importing.RejectedRowPage.RejectedRow;
import app.quen.secret.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The table {@code import_rejected_row}. Needs an open unit of work. */
@WithoutSight(because = "ImportRuns shows a run, with its rows, to who runs it and who sees all")
@ApplicationScoped
public class RejectedRows {

  private static final int ROWS_A_STATEMENT = 200;

  @Inject Work work;
  @Inject Vault vault;

  record Rejected(Row row, List<Problem> problems) {}

  void add(UUID run, List<Rejected> rows) {
    for (int from = 0; from < rows.size(); from += ROWS_A_STATEMENT) {
      List<Rejected> part = rows.subList(from, Math.min(rows.size(), from + ROWS_A_STATEMENT));
      var insert =
          work.sql()
              .createUpdate(
                  "INSERT INTO import_rejected_row (run_id, row_no, reasons, row_values) VALUES "
                      + "(?, ?, ?, ?), ".repeat(part.size() - 1)
                      + "(?, ?, ?, ?)");
      int position = 0;
      for (Rejected rejected : part) {
        insert
            .bind(position++, run)
            .bind(position++, rejected.row().number())
            .bind(
                position++, vault.sealText(place(run), ImportText.ofProblems(rejected.problems())))
            .bind(
                position++,
                vault.sealText(
                    place(run), ImportText.ofStrings(Arrays.asList(rejected.row().cells()))));
      }
      insert.execute();
    }
  }

  private static String place(UUID run) {
    return "import_rejected_row " + run;
  }

  public List<RejectedRow> after(UUID run, long row, int limit) {
    return work.sql()
        .createQuery(
            """
            SELECT row_no, reasons, row_values FROM import_rejected_row
            WHERE run_id = :run AND row_no > :row ORDER BY row_no LIMIT :limit
            """)
        .bind("run", run)
        .bind("row", row)
        .bind("limit", limit)
        .map(
            (result, context) ->
                new RejectedRow(
                    result.getLong("row_no"),
                    ImportText.problems(
                        vault.openText(place(run), result.getString("reasons"), "[]")),
                    ImportText.strings(
                        vault.openText(place(run), result.getString("row_values"), "[]"))))
        .list();
  }
}
