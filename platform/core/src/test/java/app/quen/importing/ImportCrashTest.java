package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.tenant.Tenant;
import app.quen.testing.DyingNode;
import app.quen.testing.EmbeddedDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class ImportCrashTest {

  private static final int ROWS = 12_000;

  @TempDir Path folder;

  @Test
  void anImportThatIsKilledGoesOnAndTakesEachRowOnce() throws IOException, InterruptedException {
    UUID id;
    Tenant a;
    Tenant b;
    try (ImportWorld imports = ImportWorld.open(folder)) {
      a = imports.world.a();
      b = imports.world.b();
      id = imports.upload(a, "lon.csv", file()).id();
      imports.upload(b, "khac.csv", file());
    }
    DyingNode.run(folder, DyingImporter.class, a.id().toString(), id.toString(), "4000");

    try (ImportWorld imports = ImportWorld.open(folder)) {
      ImportView after = imports.show(a, id);
      assertThat(after.state()).isEqualTo("running");
      assertThat(after.progress().rowsDone()).isBetween(2_000L, ROWS - 1L);
      // the job of the dead node is taken over once its heartbeats are missed
      ImportView done =
          await()
              .atMost(Duration.ofSeconds(120))
              .until(() -> imports.show(a, id), run -> !run.state().equals("running"));
      assertThat(done.failure()).isNull();
      assertThat(done.state()).isEqualTo("completed");
      // every tenth row is broken, and every seventh is about the customer before it
      long broken = ROWS / 10;
      assertThat(done.result().rejected()).isEqualTo(broken);
      assertThat(done.result().created()).isEqualTo(imports.count(a, "customer"));
      assertThat(
              done.result().created() + done.result().updated() + done.result().skipped() + broken)
          .isEqualTo(ROWS);
      assertThat(imports.count(a, "import_rejected_row")).isEqualTo(broken);
      assertThat(imports.count(a, "(SELECT DISTINCT external_key FROM customer) k"))
          .isEqualTo(done.result().created());
      assertThat(imports.count(b, "customer")).isZero();
    }
  }

  private static byte[] file() {
    StringBuilder csv = new StringBuilder("Mã KH,Họ và tên,SĐT\n");
    for (int i = 0; i < ROWS; i++) {
      String phone = i % 10 == 0 ? "hỏng" : "09" + String.format("%08d", i);
      int who = i % 7 == 1 ? i - 1 : i;
      csv.append("K").append(who).append(",Khách ").append(i).append(',').append(phone);
      csv.append('\n');
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }
}
