package app.quen.exporting.internal;

import app.quen.field.Field;
import app.quen.field.FieldText;
import app.quen.field.FieldType;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * XLSX: dates and numbers as such, the headings fixed. Written row by row, also when it is long.
 */
public final class XlsxTable implements Table {

  /** What Excel can take in one sheet. */
  private static final int MAX_ROWS = 1_048_576;

  private static final int MAX_TEXT = 32_767;
  private static final int FLUSH_ROWS = 500;

  private final Workbook workbook;
  private final String language;
  private final ZoneId zone;
  private List<String> headings = List.of();
  private Worksheet sheet;
  private int sheets;
  private int row;
  private int column;

  private XlsxTable(Workbook workbook, String language, ZoneId zone) {
    this.workbook = workbook;
    this.language = language;
    this.zone = zone;
    this.sheet = newSheet();
  }

  public static XlsxTable open(OutputStream out, String language, ZoneId zone) {
    return new XlsxTable(new Workbook(CsvTable.staysOpen(out), "Quen", "1.0"), language, zone);
  }

  private Worksheet newSheet() {
    sheets++;
    String name = language.startsWith("vi") ? "Khách hàng" : "Customers";
    return workbook.newWorksheet(sheets == 1 ? name : name + " " + sheets);
  }

  @Override
  public void headings(List<String> names) {
    headings = List.copyOf(names);
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(0, i, headings.get(i));
      sheet.style(0, i).bold().set();
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  @Override
  public void cell(Field field, JsonValue value) {
    if (value instanceof JsonNumber number) {
      sheet.value(row, column, number.bigDecimalValue());
      if (field.type() == FieldType.MONEY) {
        sheet.style(row, column).format(moneyFormat(field)).set();
      }
    } else if (field.type() == FieldType.DATE && value instanceof JsonString date) {
      sheet.value(row, column, LocalDate.parse(date.getString()));
      sheet
          .style(row, column)
          .format(language.startsWith("vi") ? "dd/mm/yyyy" : "yyyy-mm-dd")
          .set();
    } else {
      String text = FieldText.of(field, value, language, zone);
      if (!text.isEmpty()) {
        sheet.value(row, column, text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
      }
    }
    column++;
  }

  private static String moneyFormat(Field field) {
    String currency = field.currency() == null ? "VND" : field.currency();
    return currency.equals("VND") ? "#,##0 \"₫\"" : "#,##0.00 \"" + currency + "\"";
  }

  @Override
  public void endRow() {
    row++;
    column = 0;
    try {
      if (row == MAX_ROWS) {
        sheet.finish();
        sheet = newSheet();
        headings(headings);
      } else if (row % FLUSH_ROWS == 0) {
        sheet.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      workbook.finish();
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
