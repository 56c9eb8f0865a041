package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.customer.CustomerView;
import app.quen.customer.Source;
import app.quen.exporting.ExportFile;
import app.quen.exporting.OrderFile;
import app.quen.field.Invalid;
import app.quen.order.FindOrders;
import app.quen.order.OrderQuery;
import app.quen.order.OrderView;
import app.quen.order.ShowOrder;
import app.quen.order.TrashOrder;
import app.quen.source.SourceKind;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class OrderImportTest {

  private static final String SALES =
      """
      Số hóa đơn;Ngày bán;Tên khách hàng;SĐT;Tên hàng;SL;Đơn giá;Giảm giá;Kênh bán;Ghi chú
      HD-1;05/03/2026 14:30;Trần Thị Hoa;0912 345 678;Áo thun;2;150.000;10.000;Cửa hàng;
      HD-2;06/03/2026;Lê Văn Nam;0987654321;Quần bò;1;1,2tr;;Trang web;giao tối
      HD-1;05/03/2026 14:31;Trần Thị Hoa;0912345678;Mũ;1;90.000 đ;;;
      HD-3;06/03/2026;;;Khăn;3;20.000;;;
      TH-9;07/03/2026;Trần Thị Hoa;+84 912 345 678;Mũ;-1;90.000;;;
      HD-4;07/03/2026;Khách lẻ;;Túi;1;5.000;;;
      """;

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
  void rowsOfOneNumberAreOneOrderAndCustomersAreRecognisedByPhone() {
    imports.finish(a, imports.upload(a, "Họ và tên,SĐT\nHoa (cũ),0912345678\n").id());
    ImportView uploaded = upload(SALES);
    assertThat(uploaded.match()).containsExactly("phone");
    ImportView done = imports.finish(a, uploaded.id());
    assertThat(done.failure()).isNull();
    assertThat(done.result()).isEqualTo(new ImportView.Result(6, 0, 0, 0));
    assertThat(imports.customers(a))
        .extracting(CustomerView::name)
        .containsExactly("Hoa (cũ)", "Lê Văn Nam");
    CustomerView hoa = imports.customers(a).getFirst();
    OrderView first = order("HD-1");
    assertThat(first.customerId()).isEqualTo(hoa.id().value());
    assertThat(first.placedAt()).isEqualTo(Instant.parse("2026-03-05T07:30:00Z"));
    assertThat(first.channel()).isEqualTo("store");
    assertThat(first.sourceId()).isEqualTo(SourceKind.IMPORT.standard());
    assertThat(first.lines()).extracting(OrderView.Line::name).containsExactly("Áo thun", "Mũ");
    assertThat(first.total()).isEqualByComparingTo("380000");
    assertThat(order("HD-2").total()).isEqualByComparingTo("1200000");
    assertThat(order("HD-2").note()).isEqualTo("giao tối");
    assertThat(order("HD-3").customerId()).isNull();
    assertThat(order("HD-4").customerId()).isNull();
    assertThat(order("HD-4").note()).isEqualTo("Khách lẻ");
    assertThat(order("TH-9").isReturn()).isTrue();
    assertThat(hoa.rollups().getInt("orders")).isEqualTo(1);
    assertThat(hoa.rollups().getInt("returns")).isEqualTo(1);
    assertThat(hoa.rollups().getInt("spend")).isEqualTo(290_000);
    assertThat(imports.count(b, "sales_order")).isZero();
  }

  @Test
  void theSameFileAgainReplacesLinesOrLeavesThemAndNeverDoublesThem() {
    imports.finish(a, upload(SALES).id());
    String more = SALES.replace("Áo thun;2;", "Áo thun;5;");
    ImportView again = imports.finish(a, upload(more).id());
    assertThat(again.result()).isEqualTo(new ImportView.Result(0, 6, 0, 0));
    assertThat(order("HD-1").lines()).hasSize(2);
    assertThat(order("HD-1").total()).isEqualByComparingTo("830000");
    assertThat(imports.count(a, "order_line")).isEqualTo(6);
    ImportView third = upload(SALES);
    imports.map(a, third.id(), new Mapping(null, null, null, List.of(), null, "skip", null));
    assertThat(imports.finish(a, third.id()).result()).isEqualTo(new ImportView.Result(0, 0, 6, 0));
    assertThat(order("HD-1").total()).isEqualByComparingTo("830000");
    assertThat(imports.customers(a)).hasSize(2);
  }

  @Test
  void anOrderThatIsSpreadOverTheFileIsPutTogether() {
    StringBuilder csv = new StringBuilder("Mã đơn,Mã hàng,Số lượng,Đơn giá,Mã khách hàng\n");
    for (int i = 0; i < 4_500; i++) {
      csv.append(i % 2 == 0 ? "LON" : "N" + i / 100).append(",SP").append(i);
      csv.append(",1,1000,").append(i % 2 == 0 ? "KH1" : "").append('\n');
    }
    ImportView done = imports.finish(a, upload(csv.toString()).id());
    assertThat(done.result()).isEqualTo(new ImportView.Result(4_500, 0, 0, 0));
    OrderView large = order("LON");
    assertThat(large.lineCount()).isEqualTo(2_250);
    assertThat(large.lines()).hasSize(2_250);
    assertThat(large.lines().getLast().position()).isEqualTo(2_250);
    assertThat(large.total()).isEqualByComparingTo("2250000");
    assertThat(imports.count(a, "sales_order")).isEqualTo(46);
    assertThat(imports.customers(a).getFirst().rollups().getInt("spend")).isEqualTo(2_250_000);
  }

  @Test
  void oddRowsAreRejectedWithTheirReasonAndStopNoneOfTheOthers() {
    imports.finish(a, upload(SALES).id());
    UUID trashed = order("HD-3").id().value();
    imports.as(
        a,
        () ->
            imports
                .world
                .bean(TrashOrder.class)
                .trash(new app.quen.order.OrderId(trashed), Source.FORM));
    ImportView done =
        imports.finish(
            a,
            upload(
                    """
                    Số hóa đơn;SĐT;Tên hàng;SL;Đơn giá
                    N-1;;Áo;1;-5
                    N-1;;Áo;0;5
                    N-1;;Áo;x;5
                    ;;Áo;1;5
                    N-1;;;1;5
                    N-1;;Áo;-3;0
                    N-1;;Áo;1;5000
                    N-1;;Áo;-1;5000
                    HD-3;;Khăn;1;5
                    HD-2;0912345678;Áo;1;5
                    """)
                .id());
    assertThat(done.result()).isEqualTo(new ImportView.Result(1, 0, 0, 9));
    assertThat(imports.rejected(a, done.id()))
        .extracting(row -> row.row() + " " + row.reasons().getFirst().code())
        .containsExactly(
            "2 negative",
            "3 required",
            "4 not-a-number",
            "5 required",
            "6 required",
            "7 stock-correction",
            "9 mixed",
            "10 in-trash",
            "11 other-customer");
    assertThat(order("N-1").lines()).hasSize(1);
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndWritesNothing() {
    ImportView uploaded = upload(SALES + "X;;;;Áo;1;-5;;;\n");
    ImportView checked = imports.check(a, uploaded.id());
    assertThat(checked.failure()).isNull();
    assertThat(checked.check().create()).isEqualTo(6);
    assertThat(checked.check().reject()).isEqualTo(1);
    assertThat(imports.count(a, "sales_order")).isZero();
    assertThat(imports.count(a, "customer")).isZero();
    assertThat(imports.finish(a, uploaded.id()).result())
        .isEqualTo(new ImportView.Result(6, 0, 0, 1));
  }

  @Test
  void whoMayNotSellMayNotImportOrdersAndOrdersNeedTheirColumns() {
    UUID id = upload(SALES).id();
    assertThatThrownBy(
            () ->
                imports.as(
                    a,
                    Actor.SYSTEM,
                    Set.of("import:run", "customer:*"),
                    () -> imports.world.bean(StartImport.class).start(id)))
        .isInstanceOf(Refused.class);
    UUID poor = upload("Mã đơn,Tên hàng\nA,Áo\n").id();
    assertThatThrownBy(() -> imports.start(a, poor)).isInstanceOf(Invalid.class);
    assertThatThrownBy(
            () ->
                imports.upload(a, "recipe", "x.csv", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(Invalid.class);
    // what is computed is not offered
    assertThat(upload("Mã đơn,Tổng tiền\nA,5\n").columns().get(1).field()).isNull();
  }

  @Test
  void whatIsExportedComesInElsewhereAsItWas() {
    imports.finish(a, upload(SALES).id());
    for (ExportFile.Format format : List.of(ExportFile.Format.CSV, ExportFile.Format.XLSX)) {
      Tenant elsewhere = imports.world.another("xuat" + format.ordinal());
      byte[] file = export(a, format);
      ImportView uploaded = imports.upload(elsewhere, "order", "don-hang", file);
      ImportView done = imports.finish(elsewhere, uploaded.id());
      assertThat(done.result()).isEqualTo(new ImportView.Result(6, 0, 0, 0));
      assertThat(lines(elsewhere)).isEqualTo(lines(a));
    }
    assertThat(lines(b)).hasSize(1);
  }

  /** Orders of the same moment may come in any order. */
  private List<String> lines(Tenant tenant) {
    return new String(export(tenant, ExportFile.Format.CSV), StandardCharsets.UTF_8)
        .lines()
        .sorted()
        .toList();
  }

  private byte[] export(Tenant tenant, ExportFile.Format format) {
    return imports.as(
        tenant,
        () -> {
          var out = new ByteArrayOutputStream();
          imports
              .world
              .bean(OrderFile.class)
              .export(OrderQuery.ALL, format, "vi")
              .content()
              .writeTo(out);
          return out.toByteArray();
        });
  }

  private ImportView upload(String csv) {
    return imports.upload(a, "order", "ban-hang.csv", csv.getBytes(StandardCharsets.UTF_8));
  }

  private OrderView order(String number) {
    return imports.as(
        a,
        () -> {
          OrderQuery query = OrderQuery.read(null, List.of("number:eq:" + number), null, false);
          OrderView found =
              imports.world.bean(FindOrders.class).find(query, null, 5).items().getFirst();
          return imports.world.bean(ShowOrder.class).show(found.id());
        });
  }
}
