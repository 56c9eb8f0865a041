package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.access.Actor;
import app.quen.customer.CustomerView;
import app.quen.customer.Source;
import app.quen.exporting.ExportFile.Format;
import app.quen.exporting.ExportRecordFile;
import app.quen.feedback.ListFeedback;
import app.quen.interaction.ListInteractions;
import app.quen.record.RecordQuery;
import app.quen.record.RecordView;
import app.quen.task.ListTasks;
import app.quen.task.PlanTask;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class RecordImportTest {

  private static final String CALLS =
      """
      Ngày giờ;Kênh;Chiều;Tiêu đề;Nội dung;Kết quả;Thời lượng;Tên khách hàng;SĐT
      05/03/2026 14:30;Gọi điện;Mình liên hệ;Báo giá;"Hai dòng
      ghi chú";Gặp được khách;125;Trần Thị Hoa;0912 345 678
      06/03/2026;Zalo;;Sai kênh;;;;Trần Thị Hoa;0912345678
      07/03/2026 09:00;SMS;;Nhắc hẹn;;;;Khách lẻ;
      08/03/2026 10:15;Ghi chú;;;Thích màu xanh;;;Trần Thị Hoa;+84912345678
      """;

  private static final RecordQuery ALL = RecordQuery.read(List.of(), null, false);

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

  private ImportView upload(String record, String csv) {
    return imports.upload(a, record, record + ".csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private List<JsonObject> interactions(Tenant tenant) {
    return imports.as(
        tenant,
        () ->
            imports.world.bean(ListInteractions.class).list(ALL, null, 200).items().stream()
                .map(RecordView::json)
                .toList());
  }

  @Test
  void eachRowIsOneInteractionOfTheCustomerWhoIsRecognised() {
    imports.finish(a, imports.upload(a, "Họ và tên,SĐT\nHoa (cũ),0912345678\n").id());
    ImportView uploaded = upload("interaction", CALLS);
    assertThat(uploaded.match()).containsExactly("phone");
    ImportView done = imports.finish(a, uploaded.id());
    assertThat(done.failure()).isNull();
    assertThat(done.result()).isEqualTo(new ImportView.Result(2, 0, 0, 2));

    var note = interactions(a).get(0);
    assertThat(note.getString("channel")).isEqualTo("note");
    assertThat(note.getString("customerName")).isEqualTo("Hoa (cũ)");
    var call = interactions(a).get(1);
    assertThat(call.getString("at")).isEqualTo("2026-03-05T07:30:00Z");
    assertThat(call.getString("direction")).isEqualTo("out");
    assertThat(call.getString("outcome")).isEqualTo("reached");
    assertThat(call.getString("body")).isEqualTo("Hai dòng\nghi chú");
    assertThat(call.getInt("durationSeconds")).isEqualTo(125);
    assertThat(imports.rejected(a, done.id()))
        .extracting(row -> row.reasons().getFirst().field())
        .containsExactly("channel", "customerId");
    CustomerView hoa = imports.customers(a).getFirst();
    assertThat(hoa.rollups().getString("lastInteractionAt")).isEqualTo("2026-03-05T07:30:00Z");
    assertThat(interactions(b)).isEmpty();
  }

  @Test
  void aDryRunSaysTheSameAndLeavesNothing() {
    ImportView uploaded = upload("interaction", CALLS);
    ImportView checked = imports.check(a, uploaded.id());
    assertThat(checked.check().create()).isEqualTo(2);
    assertThat(checked.check().reject()).isEqualTo(2);
    assertThat(interactions(a)).isEmpty();
    assertThat(imports.customers(a)).isEmpty();
  }

  @Test
  void feedbackOfNewCustomersMakesThemOnceAndCounts() {
    ImportView uploaded =
        upload(
            "feedback",
            """
            Loại;Ngày;Điểm NPS;Nội dung;Trạng thái;Email
            Khảo sát;01/02/2026;9;Rất tốt;;an@example.com
            Khiếu nại;02/02/2026;;Giao chậm;Đang xử lý;an@example.com
            Đánh giá;03/02/2026;;;;an@example.com
            """);
    ImportView done = imports.finish(a, uploaded.id());
    assertThat(done.failure()).isNull();
    assertThat(done.result()).isEqualTo(new ImportView.Result(2, 0, 0, 1));
    assertThat(imports.customers(a)).hasSize(1);
    assertThat(imports.customers(a).getFirst().rollups().getInt("openComplaints")).isEqualTo(1);
    var all =
        imports.as(a, () -> imports.world.bean(ListFeedback.class).list(ALL, null, 50)).items();
    assertThat(all)
        .extracting(one -> one.json().getString("kind"))
        .containsExactly("complaint", "survey");
  }

  @Test
  void tasksComeBackFromTheirOwnExport() {
    var member =
        imports.world.member(a.id(), "lan-" + a.slug() + "@tasks.example", "Chị Lan", "sales");
    var lan = new Actor(Actor.Kind.MEMBER, member.id(), member.name());
    var task =
        Json.createObjectBuilder()
            .add("title", "Gọi lại")
            .add("dueAt", "2026-12-01T02:00:00Z")
            .add("priority", "high")
            .build();
    imports.as(
        a, lan, Set.of("*"), () -> imports.world.bean(PlanTask.class).plan(task, Source.FORM));
    byte[] file =
        imports.as(
            a,
            () -> {
              var out = new ByteArrayOutputStream();
              imports
                  .world
                  .bean(ExportRecordFile.class)
                  .export("task", ALL, Format.CSV, List.of(), "vi")
                  .content()
                  .writeTo(out);
              return out.toByteArray();
            });
    ImportView done = imports.finish(a, imports.upload(a, "task", "task.csv", file).id());
    assertThat(done.failure()).isNull();
    assertThat(done.result()).isEqualTo(new ImportView.Result(1, 0, 0, 0));
    var tasks =
        imports.as(a, () -> imports.world.bean(ListTasks.class).list(ALL, null, 50)).items();
    assertThat(tasks).hasSize(2);
    for (String key : List.of("title", "dueAt", "priority", "state", "assigneeId")) {
      assertThat(tasks.get(0).json().get(key)).as(key).isEqualTo(tasks.get(1).json().get(key));
    }
  }
}
