package app.quen.importing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.field.Invalid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRowsTest {

  @TempDir Path folder;

  @Test
  void valuesComeAsPeopleWouldWriteThem() throws IOException {
    Path file =
        workbook(
            book -> {
              Worksheet sheet = book.newWorksheet("Khách hàng");
              sheet.value(0, 0, "Họ và tên");
              sheet.value(0, 1, "SĐT");
              sheet.value(0, 2, "Ngày sinh");
              sheet.value(0, 3, "Cước");
              sheet.value(0, 4, "VIP");
              sheet.value(0, 5, "Lần cuối");
              sheet.value(2, 0, "Nguyễn Thị Hường");
              sheet.value(2, 1, 912345678);
              sheet.value(2, 2, LocalDate.of(1990, 3, 5));
              sheet.style(2, 2).format("dd/MM/yyyy").set();
              sheet.value(2, 3, 29.85);
              sheet.value(2, 4, true);
              sheet.value(2, 5, LocalDateTime.of(2026, 1, 2, 13, 45));
              sheet.style(2, 5).format("yyyy-MM-dd H:mm").set();
              sheet.value(3, 0, "Trần Văn Đức");
              sheet.value(3, 3, 1500000);
              sheet.style(3, 3).format("#,##0 \"đ\"").set();
            });
    List<Row> rows = rows(file);
    assertThat(rows).extracting(Row::number).containsExactly(1L, 3L, 4L);
    assertThat(rows.get(1).cells())
        .containsExactly(
            "Nguyễn Thị Hường", "912345678", "1990-03-05", "29.85", "true", "2026-01-02 13:45");
    assertThat(rows.get(2).cell(3)).isEqualTo("1500000");
  }

  @Test
  void theFirstVisibleSheetWithRowsIsRead() throws IOException {
    Path file =
        workbook(
            book -> {
              book.newWorksheet("Trống").value(0, 0, " ");
              Worksheet hidden = book.newWorksheet("Ẩn");
              hidden.value(0, 0, "x");
              hidden.setVisibilityState(VisibilityState.HIDDEN);
              book.newWorksheet("Dữ liệu").value(4, 1, "Tên");
            });
    try (XlsxRows rows = XlsxRows.open(file)) {
      assertThat(rows.sheet()).isEqualTo("Dữ liệu");
      Row first = rows.next();
      assertThat(first).isNotNull();
      assertThat(first.number()).isEqualTo(5);
      assertThat(first.cell(1)).isEqualTo("Tên");
    }
  }

  @Test
  void aFormulaGivesWhatItLastGave() throws IOException {
    String sheet =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
        <row r="1"><c r="A1" t="str"><f>CONCAT("An ","B")</f><v>An B</v></c><c r="B1"><f>1+1.5</f><v>2.5</v></c>\
        <c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>\
        <c r="E1" s="1"><f>DATE(2026,3,5)</f><v>46086</v></c><c r="F1" t="inlineStr"><is><t>trong ô</t></is></c></row>
        </sheetData></worksheet>
        """;
    List<Row> rows = rows(handMade(sheet));
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst().cell(0)).isEqualTo("An B");
    assertThat(rows.getFirst().cell(1)).isEqualTo("2.5");
    assertThat(rows.getFirst().cell(2)).isEqualTo("1");
    assertThat(rows.getFirst().cell(3)).isEmpty();
    assertThat(rows.getFirst().cell(4)).isEqualTo("2026-03-05");
    assertThat(rows.getFirst().cell(5)).isEqualTo("trong ô");
  }

  @Test
  void aWorkbookThatUnpacksToTooMuchIsRefused() throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      byte[] zeroes = new byte[1 << 20];
      for (int i = 0; i < 64; i++) {
        zip.write(zeroes);
      }
      zip.closeEntry();
    }
    assertThatThrownBy(() -> FileShape.detect(file))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("unpacks-too-large"));
  }

  @Test
  void entitiesOfADocumentTypeAreNotExpanded() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "bí mật");
    String sheet =
        "<?xml version=\"1.0\"?><!DOCTYPE worksheet [<!ENTITY x SYSTEM \""
            + secret.toUri()
            + "\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>a&x;b</t></is></c></row>"
            + "</sheetData></worksheet>";
    Path file = handMade(sheet);
    try {
      assertThat(rows(file)).noneMatch(row -> row.cell(0).contains("bí mật"));
    } catch (Invalid refused) {
      assertThat(refused.problems().getFirst().code()).isEqualTo("broken-xlsx");
    }
  }

  private List<Row> rows(Path file) {
    List<Row> rows = new ArrayList<>();
    try (RowSource source = FileShape.detect(file).open(file)) {
      for (Row row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }
    return rows;
  }

  private Path workbook(Consumer<Workbook> content) throws IOException {
    Path file = folder.resolve("book-" + System.nanoTime() + ".xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "Quen", "1.0")) {
      content.accept(book);
    }
    return file;
  }

  private Path handMade(String sheet) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    String doc = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Path file = folder.resolve("hand-" + System.nanoTime() + ".xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      add(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"rels\""
              + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
              + " PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
              + " PartName=\"/xl/styles.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override"
              + " PartName=\"/xl/worksheets/sheet1.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
              + "</Types>");
      add(
          zip,
          "_rels/.rels",
          "<Relationships xmlns=\""
              + rels
              + "\"><Relationship Id=\"r1\" Type=\""
              + doc
              + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      add(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships xmlns=\""
              + rels
              + "\"><Relationship Id=\"r1\" Type=\""
              + doc
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\""
              + doc
              + "/styles\" Target=\"styles.xml\"/></Relationships>");
      add(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + main
              + "\" xmlns:r=\""
              + doc
              + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      add(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns=\""
              + main
              + "\"><cellXfs count=\"2\"><xf numFmtId=\"0\"/>"
              + "<xf numFmtId=\"14\"/></cellXfs></styleSheet>");
      add(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return file;
  }

  private static void add(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
