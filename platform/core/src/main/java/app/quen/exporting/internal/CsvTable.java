package app.quen.exporting.internal;

import app.quen.field.Field;
import app.quen.field.FieldText;
import app.quen.text.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.json.JsonValue;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * CSV for Excel: UTF-8 with a byte order mark, no text that would be taken for a formula. Numbers
 * are plain.
 */
public final class CsvTable implements Table {

  private final CsvWriter csv;
  private final String language;
  private final ZoneId zone;
  private final List<String> row = new ArrayList<>();

  private CsvTable(CsvWriter csv, String language, ZoneId zone) {
    this.csv = csv;
    this.language = language;
    this.zone = zone;
  }

  public static CsvTable open(OutputStream out, String language, ZoneId zone) {
    try {
      Writer text = new OutputStreamWriter(staysOpen(out), StandardCharsets.UTF_8);
      text.write('\uFEFF');
      return new CsvTable(CsvWriter.builder().build(text), language, zone);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static OutputStream staysOpen(OutputStream out) {
    return new FilterOutputStream(out) {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
      }

      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  @Override
  public void headings(List<String> headings) {
    csv.writeRecord(headings.stream().map(FormulaGuard::guarded).toList());
  }

  @Override
  public void cell(Field field, JsonValue value) {
    String text = FieldText.of(field, value, language, zone);
    // a number that was stored as one is no formula, even if it is negative
    row.add(value.getValueType() == JsonValue.ValueType.NUMBER ? text : FormulaGuard.guarded(text));
  }

  @Override
  public void endRow() {
    csv.writeRecord(row);
    row.clear();
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
