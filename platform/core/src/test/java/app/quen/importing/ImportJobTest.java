package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerView;
import app.quen.database.Work;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.importing.internal.ImportJob;
import app.quen.job.JobContext;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.tenant.TenantUnavailable;
import app.quen.testing.EmbeddedDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class ImportJobTest {

  private static final int ROWS = 9_000;

  @TempDir static Path files;
  private ImportWorld imports;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    imports = ImportWorld.open(files);
    a = imports.world.a();
    b = imports.world.b();
  }

  @AfterEach
  void close() {
    imports.close();
  }

  @Test
  void aPausedImportWaitsAndGoesOnWhereItStopped() {
    UUID id = imports.upload(a, rows(ROWS)).id();
    imports.start(a, id);
    ImportView paused = imports.as(a, () -> imports.world.bean(PauseImport.class).pause(id));
    assertThat(paused.state()).isEqualTo("paused");
    long there = imports.show(a, id).progress().rowsDone();
    long customers = imports.count(a, "customer");
    assertThat(customers).isEqualTo(there);
    assertThatThrownBy(() -> imports.start(a, id)).isInstanceOf(Invalid.class);

    imports.as(a, () -> imports.world.bean(ResumeImport.class).resume(id));
    ImportView done = imports.ended(a, id);
    assertThat(done.state()).isEqualTo("completed");
    assertThat(done.result()).isEqualTo(new ImportView.Result(ROWS, 0, 0, 0));
    assertThat(imports.count(a, "customer")).isEqualTo(ROWS);
    assertThat(imports.count(b, "customer")).isZero();
    assertThat(file(a, id)).doesNotExist();
  }

  @Test
  void aCancelledImportKeepsWhatItDidAndNothingFollows() {
    UUID id = imports.upload(a, rows(ROWS)).id();
    imports.start(a, id);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> imports.show(a, id).progress().rowsDone() > 0);
    ImportView cancelled = imports.as(a, () -> imports.world.bean(CancelImport.class).cancel(id));
    assertThat(cancelled.state()).isEqualTo("cancelled");
    assertThat(cancelled.finishedAt()).isNotNull();
    ImportView after = imports.show(a, id);
    assertThat(imports.count(a, "customer")).isEqualTo(after.progress().rowsDone());
    assertThat(after.result().created()).isEqualTo(after.progress().rowsDone());
    assertThatThrownBy(() -> imports.as(a, () -> imports.world.bean(ResumeImport.class).resume(id)))
        .isInstanceOf(Invalid.class);
    assertThat(file(a, id)).doesNotExist();
  }

  @Test
  void aJobOfAnOlderAttemptWritesNothing() {
    UUID id = imports.upload(a, rows(10)).id();
    assertThat(imports.finish(a, id).result().created()).isEqualTo(10);
    imports.world.run(a, () -> imports.world.bean(ImportJob.class).run(job(id + " 1")));
    imports.world.run(a, () -> imports.world.bean(ImportJob.class).run(job(id + " 2")));
    assertThat(imports.count(a, "customer")).isEqualTo(10);
    assertThat(imports.show(a, id).result().created()).isEqualTo(10);
  }

  @Test
  void whoMayNotImportAnyMoreStopsTheJobAndWhoMayCanResumeIt() {
    Actor gone = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Lan");
    UUID id = imports.upload(a, gone, rows(10)).id();
    assertThatThrownBy(
            () ->
                imports.as(
                    a,
                    gone,
                    Set.of("import:run", "customer:read", "customer:create"),
                    () -> imports.world.bean(StartImport.class).start(id)))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("customer:update"));
    imports.as(
        a,
        gone,
        Set.of("import:run", "customer:*"),
        () -> imports.world.bean(StartImport.class).start(id));
    ImportView failed = imports.ended(a, id);
    assertThat(failed.state()).isEqualTo("failed");
    assertThat(failed.failure().en()).contains("import:run");
    assertThat(imports.count(a, "customer")).isZero();

    imports.as(a, () -> imports.world.bean(ResumeImport.class).resume(id));
    assertThat(imports.ended(a, id).state()).isEqualTo("completed");
    assertThat(imports.count(a, "customer")).isEqualTo(10);
  }

  @Test
  void aPluginThatIsSwitchedOffFailsTheImportWithTheReason() {
    imports.publishTelecom(a);
    UUID id = imports.upload(a, "Họ và tên,Mã KH,Churn\nAn,K1,Yes\n").id();
    imports.world.run(a, () -> imports.world.bean(Fields.class).hide("telecom"));
    imports.start(a, id);
    ImportView failed = imports.ended(a, id);
    assertThat(failed.state()).isEqualTo("failed");
    assertThat(failed.failure().vi()).contains("telecom.churn");
    imports.publishTelecom(a);
    imports.as(a, () -> imports.world.bean(ResumeImport.class).resume(id));
    assertThat(imports.ended(a, id).state()).isEqualTo("completed");
    assertThat(imports.customers(a))
        .singleElement()
        .satisfies(customer -> assertThat(customer.fields().getBoolean("telecom.churn")).isTrue());
  }

  @Test
  void aSuspendedWorkspaceStopsItsImportUntilItIsBack() {
    UUID id = imports.upload(a, rows(10)).id();
    sql("UPDATE import_run SET state = 'running', attempt = 1, started_at = created_at");
    ImportJob job = imports.world.bean(ImportJob.class);
    imports.world.run(
        a,
        () -> {
          // suspended while the job has entered it already
          imports.suspend(a);
          assertThatThrownBy(() -> job.run(job(id + " 1"))).isInstanceOf(TenantUnavailable.class);
        });
    assertThatThrownBy(() -> imports.show(a, id)).isInstanceOf(TenantUnavailable.class);
    imports.resume(a);
    assertThat(imports.show(a, id).state()).isEqualTo("running");
    assertThat(imports.count(a, "customer")).isZero();
    imports.world.run(a, () -> job.run(job(id + " 1")));
    assertThat(imports.show(a, id).result().created()).isEqualTo(10);
  }

  @Test
  void aCheckThatIsCancelledLeavesTheFileAsItWas() {
    UUID id = imports.upload(a, rows(ROWS)).id();
    imports.as(a, () -> imports.world.bean(CheckImport.class).check(id));
    ImportView cancelled = imports.as(a, () -> imports.world.bean(CancelImport.class).cancel(id));
    assertThat(cancelled.state()).isEqualTo("uploaded");
    assertThat(file(a, id)).exists();
    assertThat(imports.check(a, id).check().create()).isEqualTo(ROWS);
    assertThat(imports.count(a, "customer")).isZero();
    assertThat(imports.customers(a)).extracting(CustomerView::name).isEmpty();
  }

  @Test
  void manyRowsAboutOneCustomerAreTakenOneAfterTheOther() {
    StringBuilder csv = new StringBuilder("Mã KH,Họ và tên,Nhãn\n");
    for (int i = 0; i < 400; i++) {
      csv.append("K1,Tên ").append(i).append(",n").append(i % 40).append('\n');
    }
    UUID id = imports.upload(a, csv.toString()).id();
    assertThat(imports.finish(a, id).result()).isEqualTo(new ImportView.Result(1, 399, 0, 0));
    assertThat(imports.customers(a))
        .singleElement()
        .satisfies(
            customer -> {
              assertThat(customer.name()).isEqualTo("Tên 399");
              assertThat(customer.tags()).hasSize(40);
            });
  }

  @Test
  void twoImportsOfTheSameNewCustomersAtOnceMakeEachOfThemOnce() {
    StringBuilder csv = new StringBuilder("Mã KH,Họ và tên\n");
    for (int i = 0; i < 3_000; i++) {
      csv.append("K").append(i).append(",Khách ").append(i).append('\n');
    }
    List<UUID> both =
        Stream.of(csv, csv)
            .map(text -> imports.upload(a, text.toString()).id())
            .map(id -> imports.matching(a, id, List.of("externalId"), "update").id())
            .toList();
    both.forEach(id -> imports.start(a, id));
    List<ImportView> ended = both.stream().map(id -> imports.ended(a, id)).toList();
    assertThat(ended).extracting(ImportView::state).containsOnly("completed");
    assertThat(ended).extracting(run -> run.result().rejected()).containsOnly(0L);
    assertThat(ended.get(0).result().created() + ended.get(1).result().created()).isEqualTo(3_000);
    assertThat(imports.count(a, "customer")).isEqualTo(3_000);
    assertThat(imports.count(b, "customer")).isZero();
  }

  @Test
  void theFileOfAFailedImportIsStillThere() {
    UUID id = imports.upload(a, rows(5)).id();
    Path file = file(a, id);
    sql("UPDATE import_run SET plan = REPLACE(plan, 'UTF-8', 'UTF-9')");
    imports.start(a, id);
    assertThat(imports.ended(a, id).state()).isEqualTo("failed");
    assertThat(file).exists().isNotEmptyFile();
  }

  private void sql(String change) {
    Work work = imports.world.bean(Work.class);
    imports.world.run(a, () -> work.transact(() -> work.sql().createUpdate(change).execute()));
  }

  private static String rows(int count) {
    StringBuilder csv = new StringBuilder("Họ và tên,SĐT\n");
    for (int i = 0; i < count; i++) {
      csv.append("Khách ").append(i).append(",09").append(String.format("%08d", i)).append('\n');
    }
    return csv.toString();
  }

  private static Path file(Tenant tenant, UUID id) {
    return files.resolve(tenant.id().toString()).resolve("imports").resolve(id.toString());
  }

  private JobContext job(String data) {
    return new JobContext() {
      @Override
      public TenantId tenant() {
        return a.id();
      }

      @Override
      public void again(Instant at) {
        throw new AssertionError("this job does not wait");
      }

      @Override
      public String id() {
        return data;
      }

      @Override
      public String data() {
        return data;
      }

      @Override
      public boolean stopping() {
        return false;
      }

      @Override
      public void again() {}
    };
  }
}
