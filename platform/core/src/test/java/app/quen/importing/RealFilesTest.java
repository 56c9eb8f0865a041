package app.quen.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.quen.customer.CustomerView;
import app.quen.tenant.Tenant;
import app.quen.testing.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(EmbeddedDatabase.class)
class RealFilesTest {

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
  void allCustomersOfAPhoneCompanyComeInWithTheirPluginFields() throws IOException {
    imports.publishTelecom(a);
    ImportView uploaded = imports.upload(a, "telco.csv", telco());
    assertThat(uploaded.progress().rowsTotal()).isEqualTo(7_043);
    Map<String, String> mapped =
        uploaded.columns().stream()
            .filter(column -> column.field() != null)
            .collect(Collectors.toMap(column -> column.heading(), column -> column.field()));
    assertThat(mapped)
        .containsEntry("customerID", "externalId")
        .containsEntry("gender", "gender")
        .containsEntry("tenure", "telecom.tenure")
        .containsEntry("SeniorCitizen", "telecom.senior_citizen")
        .containsEntry("Contract", "telecom.contract")
        .containsEntry("MonthlyCharges", "telecom.monthly_charges")
        .containsEntry("TotalCharges", "telecom.total_charges")
        .containsEntry("Churn", "telecom.churn");

    ImportView done = imports.finish(a, uploaded.id());
    assertThat(done.failure()).isNull();
    assertThat(done.result()).isEqualTo(new ImportView.Result(7_043, 0, 0, 0));
    assertThat(imports.count(a, "customer")).isEqualTo(7_043);
    awaitHistory(7_043);
    assertThat(
            imports.count(
                a,
                "customer_ext WHERE JSON_VALUE(field_values, '$.\"telecom.total_charges\"') IS"
                    + " NULL"))
        .isEqualTo(11);
    assertThat(
            imports.count(
                a,
                "customer_ext WHERE JSON_VALUE(field_values, '$.\"telecom.monthly_charges\"') ="
                    + " 29.85"))
        .isEqualTo(2);

    // the other workspace has no such plugin, and no such field to map to
    ImportView elsewhere = imports.upload(b, "telco.csv", telco());
    assertThat(elsewhere.columns())
        .filteredOn(column -> column.heading().equals("MonthlyCharges"))
        .singleElement()
        .satisfies(column -> assertThat(column.field()).isNull());
    assertThat(imports.count(b, "customer")).isZero();

    // again: nothing is new
    ImportView again = imports.finish(a, imports.upload(a, "telco.csv", telco()).id());
    assertThat(again.result()).isEqualTo(new ImportView.Result(0, 0, 7_043, 0));
    awaitHistory(7_043);
  }

  private void awaitHistory(long entries) {
    await().atMost(Duration.ofSeconds(60)).until(() -> imports.count(a, "fact") == 0);
    assertThat(imports.count(a, "customer_history")).isEqualTo(entries);
  }

  @Test
  void aVietnameseWorkbookComesIn() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "Quen", "1.0")) {
      Worksheet sheet = book.newWorksheet("Danh sách");
      List<String> headings =
          List.of("Họ và tên", "Điện thoại", "Ngày sinh", "Giới tính", "Địa chỉ", "Tỉnh/Thành phố");
      for (int i = 0; i < headings.size(); i++) {
        sheet.value(0, i, headings.get(i));
      }
      sheet.value(1, 0, "Đặng Thùy Dung");
      sheet.value(1, 1, 912345678);
      sheet.value(1, 2, LocalDate.of(1988, 12, 24));
      sheet.style(1, 2).format("dd/mm/yyyy").set();
      sheet.value(1, 3, "Nữ");
      sheet.value(1, 4, "12 Lê Lợi");
      sheet.value(1, 5, "Huế");
    }
    ImportView uploaded = imports.upload(a, "ds.xlsx", out.toByteArray());
    assertThat(uploaded.encoding()).isNull();
    assertThat(uploaded.sheet()).isEqualTo("Danh sách");
    ImportView done = imports.finish(a, uploaded.id());
    assertThat(done.result()).isEqualTo(new ImportView.Result(1, 0, 0, 0));
    CustomerView dung = imports.customers(a).getFirst();
    assertThat(dung.name()).isEqualTo("Đặng Thùy Dung");
    assertThat(dung.familyName()).isEqualTo("Đặng");
    assertThat(dung.phones().getFirst().normal()).isEqualTo("+84912345678");
    assertThat(dung.birthDate()).isEqualTo(LocalDate.of(1988, 12, 24));
    assertThat(dung.addresses().getFirst().province()).isEqualTo("Huế");
    assertThat(imports.customers(b)).isEmpty();
  }

  @Test
  void anOldWindowsFileComesInWithItsAccents() {
    String csv =
        "Họ và tên;SĐT;Địa chỉ\n"
            + "Nguyễn Thị Hường;0912345678;Phường Cửa Nam\n"
            + "Trần Đức Thắng;0987654321;Xã Đoàn Kết\n";
    ImportView uploaded = imports.upload(a, "cu.csv", windows1258(csv));
    assertThat(uploaded.encoding()).isEqualTo("windows-1258");
    assertThat(uploaded.delimiter()).isEqualTo(";");
    assertThat(imports.finish(a, uploaded.id()).result().created()).isEqualTo(2);
    assertThat(imports.customers(a))
        .extracting(CustomerView::name)
        .containsExactlyInAnyOrder("Nguyễn Thị Hường", "Trần Đức Thắng");
    assertThat(imports.customers(a))
        .allSatisfy(
            customer ->
                assertThat(Normalizer.isNormalized(customer.name(), Normalizer.Form.NFC)).isTrue());
  }

  static byte[] telco() throws IOException {
    try (var in =
        new GZIPInputStream(
            RealFilesTest.class.getResourceAsStream("/importing/telco_churn.csv.gz"))) {
      return in.readAllBytes();
    }
  }

  /** As Windows stores it: the tone as a character of its own. */
  private static byte[] windows1258(String text) {
    StringBuilder raw = new StringBuilder();
    Charset charset = Charset.forName("windows-1258");
    var encoder = charset.newEncoder();
    for (char c : text.toCharArray()) {
      if (encoder.canEncode(c)) {
        raw.append(c);
        continue;
      }
      StringBuilder base = new StringBuilder();
      StringBuilder tone = new StringBuilder();
      for (char part : Normalizer.normalize("" + c, Normalizer.Form.NFD).toCharArray()) {
        ("\u0300\u0301\u0303\u0309\u0323".indexOf(part) >= 0 ? tone : base).append(part);
      }
      raw.append(Normalizer.normalize(base, Normalizer.Form.NFC)).append(tone);
    }
    return raw.toString().getBytes(charset);
  }
}
