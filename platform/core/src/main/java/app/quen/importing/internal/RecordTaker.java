package app.quen.importing.internal;

import app.quen.access.Access;
import app.quen.customer.CustomerDraft;
import app.quen.customer.Source;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.importing.ImportView.Example;
import app.quen.importing.internal.ImportRun.Counts;
import app.quen.importing.internal.Recognition.Found;
import app.quen.importing.internal.RejectedRows.Rejected;
import app.quen.importing.internal.RowTranslator.Translated;
import app.quen.importing.model.ImportPlan;
import app.quen.importing.model.ImportPlan.OnNew;
import app.quen.record.RecordDeclaration;
import app.quen.record.RecordOutcome;
import app.quen.record.RecordType;
import app.quen.record.Records;
import app.quen.setting.Settings;
import app.quen.text.Text;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows in as records that belong to a customer: each row is one. A dry run writes too, since
 * its unit of work is undone.
 */
abstract class RecordTaker implements Taker<RecordRow> {

  private static final int EXAMPLES = 10;
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Fields fields;
  @Inject Settings settings;
  @Inject Recognition recognition;
  @Inject Records records;
  @Inject @Any Instance<RecordDeclaration> declarations;

  @Override
  public Reading<RecordRow> reading() {
    return new RecordReading(fields, settings.current());
  }

  @Override
  public void require(ImportPlan plan, Access access) {
    access.require(record() + ":create");
    if (plan.mapped().stream()
        .anyMatch(column -> String.valueOf(column.field()).startsWith("customer."))) {
      access.require("customer:read");
      if (plan.onNew() == OnNew.CREATE) {
        access.require("customer:create");
      }
    }
  }

  @Override
  public Result write(ImportRun run, List<Translated<RecordRow>> rows, @Nullable SeenKeys seen) {
    return new Chunk(run, type(), seen != null).write(rows);
  }

  private RecordType type() {
    return declarations.stream()
        .map(RecordDeclaration::type)
        .filter(type -> type.name().equals(record()))
        .findFirst()
        .orElseThrow();
  }

  private final class Chunk {

    private final ImportRun run;
    private final RecordType type;
    private final boolean dry;
    private final Source source;
    private final List<Rejected> rejected = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();
    private long created;
    private long skipped;

    Chunk(ImportRun run, RecordType type, boolean dry) {
      this.run = run;
      this.type = type;
      this.dry = dry;
      this.source = Source.imported(run.id().toString(), run.fileName()).of(run.plan().sourceId());
    }

    Result write(List<Translated<RecordRow>> rows) {
      List<Translated<RecordRow>> readable = new ArrayList<>();
      for (Translated<RecordRow> row : rows) {
        if (row.draft() == null) {
          reject(row, row.problems());
        } else {
          readable.add(row);
        }
      }
      List<Found> customers = customers(readable);
      List<Translated<RecordRow>> fit = new ArrayList<>();
      List<JsonObject> written = new ArrayList<>();
      for (int i = 0; i < readable.size(); i++) {
        Translated<RecordRow> row = readable.get(i);
        Found found = customers.get(i);
        if (!found.problems().isEmpty()) {
          reject(row, found.problems());
        } else if (found.customer() == null && drafted(row).customer() != null) {
          unknown(row);
        } else {
          fit.add(row);
          var record = JSON.createObjectBuilder(drafted(row).record());
          if (found.customer() != null) {
            record.add("customerId", found.customer().toString());
          }
          written.add(record.build());
        }
      }
      create(fit, written);
      return new Result(
          new Counts(created, 0, skipped, rejected.size()), rejected, examples, Set.of());
    }

    private List<Found> customers(List<Translated<RecordRow>> rows) {
      List<CustomerDraft> named =
          rows.stream().map(row -> drafted(row).customer()).filter(Objects::nonNull).toList();
      Set<String> by = new LinkedHashSet<>(run.plan().match());
      boolean make = run.plan().onNew() == OnNew.CREATE;
      var found = recognition.find(named, by, make, source).iterator();
      return rows.stream()
          .map(row -> drafted(row).customer() == null ? Found.NOBODY : found.next())
          .toList();
    }

    /** Left out where the plan says so; else it cannot be told whose the record is. */
    private void unknown(Translated<RecordRow> row) {
      if (run.plan().onNew() == OnNew.SKIP) {
        skipped++;
        example(row, "skip", null);
        return;
      }
      reject(
          row,
          List.of(
              new Problem(
                  "customerId",
                  "nobody-known",
                  new Text(
                      "Cần số điện thoại, e-mail hoặc mã khách hàng để biết đây là khách nào.",
                      "A phone number, e-mail address or external id is needed to tell which"
                          + " customer this is."))));
    }

    private void create(List<Translated<RecordRow>> rows, List<JsonObject> written) {
      List<RecordOutcome> outcomes = records.createMany(type, written, source);
      for (int i = 0; i < rows.size(); i++) {
        if (outcomes.get(i).refused()) {
          reject(rows.get(i), outcomes.get(i).problems());
        } else {
          created++;
          example(rows.get(i), "create", null);
        }
      }
    }

    private void reject(Translated<RecordRow> row, List<Problem> problems) {
      rejected.add(new Rejected(row.row(), problems));
      example(row, "reject", problems.getFirst().message());
    }

    private void example(Translated<RecordRow> row, String action, @Nullable Text reason) {
      if (dry && examples.stream().filter(e -> e.action().equals(action)).count() < EXAMPLES) {
        String name =
            row.draft() == null ? null : row.draft().record().getString(type.title(), null);
        examples.add(new Example(row.row().number(), action, name, reason));
      }
    }
  }

  private static RecordRow drafted(Translated<RecordRow> row) {
    return Objects.requireNonNull(row.draft());
  }
}
