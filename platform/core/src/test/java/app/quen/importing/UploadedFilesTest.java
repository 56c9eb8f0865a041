package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.control.ControlSchema;
import app.quen.database.Work;
import app.quen.digest.Sha256;
import app.quen.field.Invalid;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import app.quen.testing.MovableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** How long the files of imports are kept, and how large they may be. */
@ExtendWith(EmbeddedDatabase.class)
class UploadedFilesTest {

  private static final String CSV = "Họ và tên,SĐT\nAn,0912345678\n";
  private static final String MAX = "quen.imports.max-bytes";

  @TempDir static Path files;
  private ImportWorld imports;
  private MovableClock clock;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    imports = ImportWorld.open(files, MovableClock.class);
    clock = imports.world.bean(MovableClock.class);
    a = imports.world.a();
    b = imports.world.b();
  }

  @AfterEach
  void close() {
    System.clearProperty(MAX);
    imports.close();
  }

  @Test
  void aFileThatNobodyImportsIsDeletedAfterAWeek() {
    UUID first = imports.upload(a, CSV).id();
    UUID checked = imports.upload(a, CSV).id();
    imports.check(a, checked);
    clock.forward(Duration.ofDays(4));
    UUID second = imports.upload(b, CSV).id();
    clock.forward(Duration.ofDays(3).plusMinutes(1));

    await().untilAsserted(() -> assertThat(stored(a)).isEmpty());
    for (UUID id : List.of(first, checked)) {
      ImportView given = imports.show(a, id);
      assertThat(given.state()).isEqualTo("cancelled");
      assertThat(given.failure().en()).contains("7 days").contains("Upload it again");
      assertThatThrownBy(() -> imports.start(a, id)).isInstanceOf(Invalid.class);
    }
    assertThat(stored(b)).containsExactly(second.toString());
    assertThat(imports.finish(b, second).result().created()).isEqualTo(1);
  }

  @Test
  void anImportThatFailedKeepsItsFileForAWeekAndOneThatIsPausedForLonger() {
    UUID failed = imports.upload(a, CSV).id();
    UUID paused = imports.upload(a, CSV).id();
    clock.forward(Duration.ofDays(5));
    sql(
        "UPDATE import_run SET state = 'failed', finished_at = UTC_TIMESTAMP(6) + INTERVAL 5 DAY"
            + " WHERE id = '%s'".formatted(failed));
    sql("UPDATE import_run SET state = 'paused' WHERE id = '%s'".formatted(paused));
    var looks = List.of(nextLook(failed), nextLook(paused));
    clock.forward(Duration.ofDays(3));
    await().untilAsserted(() -> assertThat(nextLook(failed)).isAfter(looks.get(0)));
    await().untilAsserted(() -> assertThat(nextLook(paused)).isAfter(looks.get(1)));
    assertThat(stored(a)).contains(failed.toString(), paused.toString());

    clock.forward(Duration.ofDays(5));
    await().untilAsserted(() -> assertThat(stored(a)).containsExactly(paused.toString()));
    assertThat(imports.show(a, failed).state()).isEqualTo("cancelled");
    assertThat(imports.show(a, paused).state()).isEqualTo("paused");
  }

  @Test
  void whatACrashLeftOfAnUploadIsDeletedToo() throws IOException {
    UUID id = imports.upload(a, CSV).id();
    sql("DELETE FROM import_run");
    UUID done = imports.upload(b, CSV).id();
    imports.finish(b, done);
    Files.writeString(folder(b).resolve(done.toString()), CSV);
    assertThat(stored(a)).containsExactly(id.toString());

    clock.forward(Duration.ofDays(7).plusMinutes(1));

    await().untilAsserted(() -> assertThat(stored(a)).isEmpty());
    await().untilAsserted(() -> assertThat(stored(b)).isEmpty());
    assertThat(imports.show(b, done).state()).isEqualTo("completed");
    assertThat(imports.show(b, done).failure()).isNull();
  }

  @Test
  void aFileThatIsTooLargeIsRefusedAndNothingOfItStays() {
    System.setProperty(MAX, "2048");
    assertThatThrownBy(() -> imports.upload(a, CSV.repeat(100)))
        .isInstanceOfSatisfying(TooLarge.class, e -> assertThat(e.advice().vi()).contains("2 KB"));
    assertThat(stored(a)).isEmpty();
    assertThat(imports.count(a, "import_run")).isZero();
    assertThat(imports.upload(b, CSV).state()).isEqualTo("uploaded");
  }

  @Test
  void aFileThatDoesNotBecomeAnImportIsDroppedAtOnce() {
    byte[] content = CSV.getBytes(StandardCharsets.UTF_8);
    byte[] hash =
        imports.as(
            a,
            () ->
                imports
                    .world
                    .bean(UploadImport.class)
                    .upload(
                        "customer",
                        "x.csv",
                        new ByteArrayInputStream(content),
                        (sha256, add) -> sha256));
    assertThat(hash).isEqualTo(Sha256.of(content));
    assertThat(stored(a)).isEmpty();
    assertThat(imports.count(a, "import_run")).isZero();
  }

  private LocalDateTime nextLook(UUID id) {
    return imports
        .world
        .bean(ControlSchema.class)
        .call(
            sql ->
                sql.createQuery(
                        "SELECT execution_time FROM scheduled_tasks WHERE task_instance LIKE ?")
                    .bind(0, "%" + id)
                    .mapTo(LocalDateTime.class)
                    .one());
  }

  private void sql(String change) {
    Work work = imports.world.bean(Work.class);
    imports.world.run(a, () -> work.transact(() -> work.sql().createUpdate(change).execute()));
  }

  private static Path folder(Tenant tenant) {
    return files.resolve(tenant.id().toString()).resolve("imports");
  }

  private static List<String> stored(Tenant tenant) {
    String[] names = folder(tenant).toFile().list();
    return names == null ? List.of() : List.of(names);
  }
}
