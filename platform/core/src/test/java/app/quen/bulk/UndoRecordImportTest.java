package app.quen.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerView;
import app.quen.customer.ListTrash;
import app.quen.customer.Source;
import app.quen.importing.ImportView;
import app.quen.interaction.ListInteractions;
import app.quen.interaction.ReviseInteraction;
import app.quen.order.FindOrders;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.order.ReviseOrder;
import app.quen.record.RecordQuery;
import app.quen.record.RecordView;
import app.quen.task.ListTasks;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
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
class UndoRecordImportTest {

  private static final String SALES =
      """
      Số hóa đơn;Ngày bán;Tên khách hàng;SĐT;Tên hàng;SL;Đơn giá
      HD-1;05/03/2026;Trần Thị Hoa;0912345678;Áo;2;150000
      HD-2;06/03/2026;Lê Văn Nam;0987654321;Quần;1;200000
      HD-3;06/03/2026;;;Khăn;3;20000
      """;

  @TempDir static Path files;
  private WorkingTestWorld many;
  private Tenant a;
  private Tenant b;

  @BeforeEach
  void open() {
    many = new WorkingTestWorld(files);
    a = many.a;
    b = many.b;
  }

  @AfterEach
  void close() {
    many.close();
  }

  private ImportView imported(Tenant tenant, String record, String csv) {
    ImportView uploaded =
        many.imports.upload(tenant, record, record + ".csv", csv.getBytes(StandardCharsets.UTF_8));
    ImportView done = many.imports.finish(tenant, uploaded.id());
    assertThat(done.failure()).isNull();
    return done;
  }

  private List<OrderView> orders(Tenant tenant, boolean trash) {
    var query = OrderQuery.read(null, List.of(), null, trash);
    return many.imports.as(
        tenant, () -> many.imports.world.bean(FindOrders.class).find(query, null, 200).items());
  }

  private List<RecordView> calls(Tenant tenant, boolean trash) {
    var query = RecordQuery.read(List.of(), null, trash);
    return many.imports.as(
        tenant,
        () -> many.imports.world.bean(ListInteractions.class).list(query, null, 200).items());
  }

  private List<CustomerView> trash(Tenant tenant) {
    return many.imports.as(
        tenant, () -> many.imports.world.bean(ListTrash.class).list(null, 50).items());
  }

  @Test
  void ordersThatAnImportMadeGoToTheTrashWithTheCustomersThatItMade() {
    ImportView done = imported(a, "order", SALES);
    imported(b, "order", SALES);
    assertThat(done.result()).isEqualTo(new ImportView.Result(3, 0, 0, 0));

    BulkView undone = many.undoImport(a, done.id());

    assertThat(undone.failure()).isNull();
    assertThat(undone.result()).isEqualTo(new BulkView.Result(0, 5, 0, 0));
    assertThat(undone.progress().total()).isEqualTo(5);
    assertThat(orders(a, false)).isEmpty();
    assertThat(orders(a, true)).hasSize(3);
    assertThat(trash(a))
        .extracting(CustomerView::name)
        .containsExactlyInAnyOrder("Trần Thị Hoa", "Lê Văn Nam");
    assertThat(orders(b, false)).hasSize(3);
    assertThat(trash(b)).isEmpty();
    assertThat(many.undoImport(a, done.id()).id()).as("asked again").isEqualTo(undone.id());
  }

  @Test
  void anOrderThatWasChangedSinceOrWasThereBeforeStaysAndIsListed() {
    imported(a, "order", SALES.lines().limit(2).reduce("", (all, line) -> all + line + "\n"));
    ImportView done = imported(a, "order", SALES.replace("Áo;2", "Áo;5"));
    assertThat(done.result()).isEqualTo(new ImportView.Result(2, 1, 0, 0));
    OrderView second =
        orders(a, false).stream().filter(o -> o.number().equals("HD-2")).findFirst().orElseThrow();
    many.imports.as(
        a,
        () ->
            many.imports
                .world
                .bean(ReviseOrder.class)
                .revise(
                    second.id(),
                    WorkingTestWorld.json("{'note': 'Giao chiều'}"),
                    second.version(),
                    Source.FORM));

    BulkView undone = many.undoImport(a, done.id());

    assertThat(orders(a, false)).extracting(OrderView::number).containsOnly("HD-1", "HD-2");
    assertThat(orders(a, true)).extracting(OrderView::number).containsExactly("HD-3");
    assertThat(many.notes(a, undone.id()))
        .extracting(
            note -> note.record() + " " + note.name() + " " + note.problems().getFirst().code())
        .containsExactlyInAnyOrder("order HD-1 was-there", "order HD-2 changed-since");
    assertThat(undone.result().refused()).isEqualTo(2);
  }

  @Test
  void anOrderThatCameInManyChunksIsOneThatTheImportMade() {
    StringBuilder csv = new StringBuilder("Mã đơn,Mã hàng,Số lượng,Đơn giá\n");
    for (int i = 0; i < 2_500; i++) {
      csv.append(i % 2 == 0 ? "LON" : "N" + i / 100).append(",SP").append(i).append(",1,1000\n");
    }
    ImportView done = imported(a, "order", csv.toString());

    BulkView undone = many.undoImport(a, done.id());

    assertThat(orders(a, false)).isEmpty();
    assertThat(undone.result()).isEqualTo(new BulkView.Result(0, 26, 0, 0));
  }

  @Test
  void interactionsAndTasksGoToTheTrashUnlessTheyWereChangedSince() {
    many.register(a, "{'name': 'Hoa', 'phones': ['0912345678']}");
    ImportView calls =
        imported(
            a,
            "interaction",
            """
            Ngày giờ;Kênh;Tiêu đề;SĐT
            05/03/2026 14:30;Gọi điện;Hỏi thăm;0912345678
            06/03/2026 09:00;Gọi điện;Nhắc hẹn;0912345678
            """);
    assertThat(calls.result()).isEqualTo(new ImportView.Result(2, 0, 0, 0));
    ImportView tasks = imported(a, "task", "Việc cần làm;Hạn\nGọi lại;05/03/2027\n");
    assertThat(tasks.result()).isEqualTo(new ImportView.Result(1, 0, 0, 0));
    RecordView last = calls(a, false).getFirst();
    many.imports.as(
        a,
        () ->
            many.imports
                .world
                .bean(ReviseInteraction.class)
                .revise(
                    last.id(), WorkingTestWorld.json("{'outcome': 'reached'}"), 1, Source.FORM));

    BulkView undone = many.undoImport(a, calls.id());
    many.undoImport(a, tasks.id());

    assertThat(undone.result()).isEqualTo(new BulkView.Result(0, 1, 0, 1));
    assertThat(calls(a, false)).extracting(RecordView::id).containsExactly(last.id());
    assertThat(calls(a, true)).hasSize(1);
    assertThat(many.notes(a, undone.id()))
        .singleElement()
        .satisfies(note -> assertThat(note.name()).isEqualTo("Nhắc hẹn"));
    var all = RecordQuery.read(List.of(), null, false);
    assertThat(
            many.imports.as(
                a, () -> many.imports.world.bean(ListTasks.class).list(all, null, 9).items()))
        .isEmpty();
    assertThat(trash(a)).as("who was there before").isEmpty();
  }

  @Test
  void itNeedsThePermissionToDeleteSuchRecords() {
    ImportView done = imported(a, "order", SALES);
    assertThatThrownBy(
            () ->
                many.imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("import:run", "customer:update", "customer:delete", "order:update"),
                    () -> many.imports.world.bean(UndoImport.class).undo(done.id())))
        .isInstanceOfSatisfying(
            Refused.class, e -> assertThat(e.permission()).isEqualTo("order:delete"));
  }
}
