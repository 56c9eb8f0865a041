package app.quen.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.bulk.UndoModel.Row;
import app.quen.customer.CustomerView;
import app.quen.importing.ImportView;
import app.quen.testing.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any sequence of imports, single edits, bulk edits and undoings ends where a plain model says, in
 * two workspaces at once. A failing seed is in the message; run it alone to see it again.
 */
@ExtendWith(EmbeddedDatabase.class)
class UndoModelTest {

  private static final int SEQUENCES = 6;
  private static final int STEPS = 12;
  private static final List<String> KEYS = List.of("K1", "K2", "K3", "K4");
  private static final List<String> JOBS = List.of("Thợ", "Y tá", "Bác sĩ");
  private static final List<String> STAGES = List.of("lead", "prospect", "regular");

  @TempDir static Path files;

  @Test
  void anySequenceEndsWhereThePlainModelSays() {
    try (WorkingTestWorld many = new WorkingTestWorld(files)) {
      for (long seed = 1; seed <= SEQUENCES; seed++) {
        var one = new Sequence(many, many.imports.world.another("model" + seed), seed);
        var other = new Sequence(many, many.imports.world.another("other" + seed), -seed);
        for (int i = 0; i < STEPS; i++) {
          one.step();
          other.step();
        }
      }
    }
  }

  private static final class Sequence {

    private final WorkingTestWorld many;
    private final app.quen.tenant.Tenant tenant;
    private final long seed;
    private final Random random;
    private final UndoModel model = new UndoModel();
    private final Map<UUID, Runnable> undoings = new HashMap<>();
    private final List<UUID> runs = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    Sequence(WorkingTestWorld many, app.quen.tenant.Tenant tenant, long seed) {
      this.many = many;
      this.tenant = tenant;
      this.seed = seed;
      this.random = new Random(seed);
    }

    void step() {
      switch (random.nextInt(6)) {
        case 0, 1 -> importRows();
        case 2 -> edit();
        case 3 -> bulk();
        default -> undo();
      }
      Map<String, Row> stored = new TreeMap<>();
      for (CustomerView customer : many.imports.customers(tenant)) {
        if (customer.deletedAt() == null) {
          stored.put(
              customer.externalId(),
              new Row(
                  customer.name(), customer.occupation(), customer.stage(), customer.familyName()));
        }
      }
      assertThat(stored).as("seed %s: %s", seed, told).isEqualTo(model.rows());
    }

    private void importRows() {
      StringBuilder csv = new StringBuilder("Mã KH,Họ và tên,Nghề nghiệp\n");
      Map<String, String[]> rows = new TreeMap<>();
      for (String key : KEYS) {
        if (random.nextInt(3) > 0) {
          String name = "Họ" + random.nextInt(2) + " Tên" + random.nextInt(3);
          String job = JOBS.get(random.nextInt(3));
          csv.append(key).append(',').append(name).append(',').append(job).append('\n');
          rows.put(key, new String[] {name, job});
        }
      }
      if (rows.isEmpty()) {
        return;
      }
      ImportView done = many.imported(tenant, csv.toString());
      assertThat(done.result().rejected()).isZero();
      model.imported(done.id(), rows);
      told.add("import " + csv.toString().replace('\n', ' '));
      runs.add(done.id());
      undoings.put(done.id(), () -> many.undoImport(tenant, done.id()));
    }

    private void edit() {
      List<CustomerView> there =
          many.imports.customers(tenant).stream().filter(c -> c.deletedAt() == null).toList();
      if (there.isEmpty()) {
        return;
      }
      CustomerView one = there.get(random.nextInt(there.size()));
      String job = JOBS.get(random.nextInt(3));
      many.revise(tenant, one.id(), "{'occupation': '" + job + "'}");
      model.edited(one.externalId(), job);
      told.add("edit " + one.externalId() + " " + job);
    }

    private void bulk() {
      String stage = STAGES.get(random.nextInt(3));
      String job = JOBS.get(random.nextInt(3));
      BulkView done =
          many.start(
              tenant,
              many.preview(
                  tenant,
                  "{'filters': ['occupation:eq:" + job + "']}",
                  List.of(),
                  "{'stage': '" + stage + "', 'name': 'Chung " + stage + "'}"));
      assertThat(done.state()).isEqualTo("completed");
      model.bulk(done.id(), job, stage);
      told.add("bulk " + job + " to " + stage);
      runs.add(done.id());
      undoings.put(done.id(), () -> many.undo(tenant, done));
    }

    private void undo() {
      if (runs.isEmpty()) {
        return;
      }
      UUID run = runs.remove(random.nextInt(runs.size()));
      undoings.get(run).run();
      model.undo(run);
      told.add("undo the run before " + runs.size() + " others");
    }
  }
}
