package app.quen.exporting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.text.FormulaGuard;
import app.quen.text.Text;
import de.siegmar.fastcsv.reader.CsvReader;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

class TablesTest {

  private static final ZoneId HERE = ZoneId.of("Asia/Ho_Chi_Minh");

  private static final Field NAME = field("name", FieldType.TEXT);
  private static final Field BIRTH = field("birthDate", FieldType.DATE);
  private static final Field CHARGE = field("telecom.charge", FieldType.MONEY);
  private static final Field VIP = field("telecom.vip", FieldType.BOOLEAN);
  private static final Field PHONES = field("phones", FieldType.PHONE);
  private static final Field GENDER =
      new Field(
          "gender",
          "core",
          FieldType.CHOICE,
          new Text("Giới tính", "Gender"),
          null,
          "person",
          false,
          true,
          true,
          List.of(
              new Field.Choice("female", new Text("Nữ", "Female")),
              new Field.Choice("male", new Text("Nam", "Male"))),
          null,
          null,
          null,
          null,
          null,
          List.of("person"),
          null);

  @Test
  void csvIsReadableByExcelAndWrittenInTheLanguageOfTheReader() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = CsvTable.open(out, "vi", HERE)) {
      fill(table);
    }
    String csv = out.toString(StandardCharsets.UTF_8);
    assertThat(csv).startsWith("\uFEFFTên,Ngày sinh,");
    assertThat(csv)
        .contains("Nguyễn Thị Hường,05/03/1990,1500000,Có,0912 345 678; 0987654321,Nữ\r\n");
    assertThat(csv).contains("Lê B,,-5.5,Không,,\r\n");
  }

  @Test
  void xlsxHoldsDatesAndNumbersAsSuch() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxTable table = XlsxTable.open(out, "en", HERE)) {
      fill(table);
    }
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("Tên");
      assertThat(rows.get(1).getCell(1).asDate()).isEqualTo(LocalDateTime.of(1990, 3, 5, 0, 0));
      assertThat(rows.get(1).getCell(2).asNumber()).isEqualTo(new BigDecimal("1500000"));
      assertThat(rows.get(1).getCellText(3)).isEqualTo("Yes");
      assertThat(rows.get(1).getCellText(5)).isEqualTo("Female");
    }
  }

  @Test
  void aLongXlsxIsWrittenInParts() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (XlsxTable table = XlsxTable.open(out, "vi", HERE)) {
      table.headings(List.of("Tên"));
      for (int i = 1; i <= 5_000; i++) {
        table.cell(NAME, Json.createValue("Khách " + i));
        table.endRow();
      }
    }
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
      var rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(5_001);
      assertThat(rows.get(5_000).getCellText(0)).isEqualTo("Khách 5000");
    }
  }

  @Test
  void noPayloadOfCsvInjectionStartsAFormula() throws IOException {
    byte[] payloads =
        TablesTest.class.getResourceAsStream("/importing/csv_injection.txt").readAllBytes();
    List<String> lines = new String(payloads, StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(6);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CsvTable table = CsvTable.open(out, "en", HERE)) {
      table.headings(List.of("=1+1"));
      for (String line : lines) {
        table.cell(NAME, Json.createValue(line));
        table.endRow();
      }
    }
    String csv = out.toString(StandardCharsets.UTF_8).substring(1);
    try (var reader = CsvReader.builder().ofCsvRecord(csv)) {
      assertThat(reader.stream().map(record -> record.getField(0)).toList())
          .hasSize(lines.size() + 1)
          .noneMatch(cell -> "=+-@\t\r".indexOf(cell.charAt(0)) >= 0);
    }
  }

  @Property
  void whatIsGuardedIsGivenBackAsItWas(@ForAll @From("cells") String cell) {
    String guarded = FormulaGuard.guarded(cell);
    assertThat(guarded.isEmpty() || "=+-@\t\r".indexOf(guarded.charAt(0)) < 0).isTrue();
    assertThat(FormulaGuard.plain(guarded)).isEqualTo(cell);
  }

  @Provide
  Arbitrary<String> cells() {
    return Arbitraries.strings().withChars("=+-@\t\r'aĐ1 ").ofMaxLength(6);
  }

  private static void fill(Table table) {
    table.headings(List.of("Tên", "Ngày sinh", "Cước", "VIP", "Điện thoại", "Giới tính"));
    table.cell(NAME, Json.createValue("Nguyễn Thị Hường"));
    table.cell(BIRTH, Json.createValue("1990-03-05"));
    table.cell(CHARGE, Json.createValue(new BigDecimal("1500000")));
    table.cell(VIP, JsonValue.TRUE);
    table.cell(
        PHONES,
        Json.createArrayBuilder()
            .add(Json.createObjectBuilder(Map.of("value", "0912 345 678")))
            .add(Json.createObjectBuilder(Map.of("value", "0987654321")))
            .build());
    table.cell(GENDER, Json.createValue("female"));
    table.endRow();
    table.cell(NAME, Json.createValue("Lê B"));
    table.cell(BIRTH, JsonValue.NULL);
    table.cell(CHARGE, Json.createValue(new BigDecimal("-5.5")));
    table.cell(VIP, JsonValue.FALSE);
    table.cell(PHONES, JsonValue.EMPTY_JSON_ARRAY);
    table.cell(GENDER, JsonValue.NULL);
    table.endRow();
  }

  private static Field field(String key, FieldType type) {
    return new Field(
        key,
        "core",
        type,
        new Text(key, key),
        null,
        "person",
        false,
        true,
        true,
        List.of(),
        null,
        null,
        null,
        null,
        "VND",
        List.of("person"),
        null);
  }
}
