package app.quen.importing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.field.Invalid;
import app.quen.importing.model.Encoding;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRowsTest {

  @TempDir Path folder;

  @Property(tries = 300)
  void whatIsWrittenIsReadWithAnyDelimiter(
      @ForAll @From("tables") List<List<String>> table, @ForAll @From("delimiters") char delimiter)
      throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().fieldSeparator(delimiter).build(text)) {
      table.forEach(writer::writeRecord);
    }
    assertThat(read(text.toString(), delimiter)).isEqualTo(table);
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cells = Arbitraries.strings().withChars("aĐễ0 ,;|\t\"\n'=@").ofMaxLength(8);
    // the first cell is never blank: a row without values is no row
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            width ->
                cells
                    .list()
                    .ofSize(width)
                    .map(
                        row -> {
                          List<String> filled = new ArrayList<>(row);
                          filled.set(0, "x" + row.getFirst());
                          return filled;
                        })
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(20));
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t', '|');
  }

  @ParameterizedTest
  @ValueSource(chars = {',', ';', '\t', '|'})
  void theDelimiterIsFound(char delimiter) {
    String text =
        """
        Họ và tên~SĐT~Địa chỉ~Ghi chú
        Nguyễn Văn A~0912345678~"12, Lê Lợi; Quận 1"~"mua 2 | 3 lần"
        Trần Thị B~0987654321~Hà Nội~
        Lê C~0356789012~"Huế
        Việt Nam"~vip, quen; gần nhà
        """
            .replace('~', delimiter);
    assertThat(CsvShape.delimiter(text)).isEqualTo(delimiter);
    assertThat(CsvShape.hasHeader(CsvShape.rows(text, delimiter))).isTrue();
  }

  @Test
  void aSingleColumnIsNotTornApart() {
    assertThat(CsvShape.delimiter("email\na@b.vn\nc@d.vn\n")).isEqualTo(',');
  }

  @Test
  void aFirstRowOfValuesIsNoHeader() {
    assertThat(CsvShape.hasHeader(CsvShape.rows("Nguyễn Văn A,0912345678\nLê B,0987654321\n", ',')))
        .isFalse();
    assertThat(CsvShape.hasHeader(CsvShape.rows("Lê B,b@quen.app\n", ','))).isFalse();
    assertThat(CsvShape.hasHeader(CsvShape.rows("name,phone 1,phone 2\n", ','))).isTrue();
  }

  @Test
  void raggedAndEmptyRowsKeepTheirNumbers() {
    List<Row> rows = rows("a,b,c\n\n1,2\n , ,\n1,2,3,4\n", ',');
    assertThat(rows).extracting(Row::number).containsExactly(1L, 3L, 5L);
    assertThat(rows.get(1).cell(2)).isEmpty();
    assertThat(rows.get(2).cells()).hasSize(4);
  }

  @Test
  void cellsLoseTheInvisibleSpacesAroundThem() {
    assertThat(rows("\u00A0 0912 345 678\u200B ,x\n", ',').getFirst().cell(0))
        .isEqualTo("0912 345 678");
  }

  @Test
  void aQuoteThatNeverClosesIsToldWithItsRow() throws IOException {
    Path file = write("name,note\nA,ok\nB,\"open\nC,lost\n".getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> FileAnalysis.of(file, FileShape.detect(file), null))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> {
              assertThat(e.problems().getFirst().code()).isEqualTo("broken-csv");
              assertThat(e.problems().getFirst().message().en()).contains("row 3");
            });
  }

  @Test
  void marksAtTheBeginningAreNotPartOfTheFirstHeading() throws IOException {
    for (Encoding encoding : List.of(Encoding.UTF_8, Encoding.UTF_16LE, Encoding.UTF_16BE)) {
      Path file = write("\uFEFFTên;SĐT\nAn;0912345678\n".getBytes(encoding.charset()));
      FileShape shape = FileShape.detect(file);
      assertThat(shape.encoding()).isEqualTo(encoding);
      assertThat(FileAnalysis.of(file, shape, null).columns().getFirst().heading())
          .isEqualTo("Tên");
    }
  }

  @Test
  void whatIsNoTableIsRefused() throws IOException {
    assertCode(write(new byte[0]), "empty");
    assertCode(write("\n\n \n".getBytes(StandardCharsets.UTF_8)), "no-rows");
    assertCode(write(new byte[] {'P', 'K', 3, 4, 0, 0}), "not-xlsx");
    byte[] picture = new byte[4000];
    new java.util.Random(1).nextBytes(picture);
    assertCode(write(picture), "not-text");
    assertCode(write(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}), "old-excel");
    assertCode(write("a,".repeat(600).getBytes(StandardCharsets.UTF_8)), "too-many-columns");
  }

  private static void assertCode(Path file, String code) {
    assertThatThrownBy(() -> FileAnalysis.of(file, FileShape.detect(file), null))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.problems().getFirst().code()).isEqualTo(code));
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("file-" + System.nanoTime()), bytes);
  }

  private static List<List<String>> read(String text, char delimiter) {
    return rows(text, delimiter).stream().map(row -> Arrays.asList(row.cells())).toList();
  }

  private static List<Row> rows(String text, char delimiter) {
    List<Row> rows = new ArrayList<>();
    try (RowSource source = CsvRows.of(new StringReader(text), delimiter)) {
      for (Row row = source.next(); row != null; row = source.next()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
