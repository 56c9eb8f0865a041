package app.quen.importing.internal;

import app.quen.field.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the first visible sheet of an XLSX file that has any. Values come as text: numbers
 * plain, dates as yyyy-MM-dd (with the time after a space where there is one), booleans as true and
 * false, formulas as what they last gave.
 */
final class XlsxRows implements RowSource {

  private static final Set<String> ERRORS =
      Set.of("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!");

  private final ReadableWorkbook workbook;
  private final Stream<org.dhatim.fastexcel.reader.Row> stream;
  private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
  private final String sheet;

  private XlsxRows(
      ReadableWorkbook workbook, Sheet sheet, Stream<org.dhatim.fastexcel.reader.Row> stream) {
    this.workbook = workbook;
    this.sheet = sheet.getName();
    this.stream = stream;
    this.rows = stream.iterator();
  }

  /** Opens the file; {@link XlsxGuard} must have let it pass before. */
  static XlsxRows open(Path file) {
    try {
      var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
      try {
        List<Sheet> sheets = workbook.getSheets().toList();
        Sheet chosen = null;
        for (Sheet sheet : sheets) {
          if (sheet.getVisibility() == SheetVisibility.VISIBLE && hasValues(sheet)) {
            chosen = sheet;
            break;
          }
        }
        if (chosen == null) {
          throw Unreadable.file(
              "no-rows",
              "Tệp không có trang tính nào chứa dữ liệu.",
              "No sheet of the file has any row. Check that it is the right file.");
        }
        return new XlsxRows(workbook, chosen, chosen.openStream());
      } catch (IOException | RuntimeException e) {
        workbook.close();
        throw e;
      }
    } catch (Invalid told) {
      throw told;
    } catch (IOException | RuntimeException e) {
      throw broken(e);
    }
  }

  private static boolean hasValues(Sheet sheet) throws IOException {
    try (var rows = sheet.openStream()) {
      return rows.anyMatch(row -> !text(row).isBlank());
    }
  }

  String sheet() {
    return sheet;
  }

  @Override
  public @Nullable Row next() {
    try {
      while (rows.hasNext()) {
        Row row = text(rows.next());
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (RuntimeException e) {
      // the reader and the XML parser below it each have unchecked exceptions of their own
      throw broken(e);
    }
  }

  private static RuntimeException broken(Exception cause) {
    RuntimeException problem =
        Unreadable.file(
            "broken-xlsx",
            "Không đọc được tệp Excel. Hãy mở bằng Excel, lưu lại dạng .xlsx không đặt mật khẩu rồi"
                + " tải lên lại.",
            "The Excel file cannot be read. Open it in Excel, save it as .xlsx without a password"
                + " and upload it again.");
    problem.initCause(cause);
    return problem;
  }

  private static Row text(org.dhatim.fastexcel.reader.Row row) {
    String[] cells = new String[row.getCellCount()];
    for (int i = 0; i < cells.length; i++) {
      Cell cell = row.getCell(i);
      cells[i] = cell == null ? "" : text(cell);
    }
    return new Row(row.getRowNum(), cells);
  }

  private static String text(Cell cell) {
    Object value = cell.getValue();
    if (cell.getType() == CellType.ERROR || value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return isDate(cell.getDataFormatString()) ? date(cell, number) : plain(number);
    }
    if (cell.getType() == CellType.FORMULA) {
      return formulaText(cell);
    }
    return value.toString();
  }

  private static String formulaText(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null || ERRORS.contains(raw)) {
      return "";
    }
    try {
      BigDecimal number = new BigDecimal(raw);
      return isDate(cell.getDataFormatString()) ? serial(number) : plain(number);
    } catch (NumberFormatException notANumber) {
      return raw;
    }
  }

  private static String plain(BigDecimal number) {
    // 15 significant digits are what Excel shows; the file may hold 29.850000000000001
    BigDecimal shown = number.round(new java.math.MathContext(15)).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0).toPlainString() : shown.toPlainString();
  }

  private static String date(Cell cell, BigDecimal number) {
    try {
      return shown(cell.asDate());
    } catch (RuntimeException notADate) {
      return plain(number);
    }
  }

  private static String serial(BigDecimal number) {
    long seconds = Math.round(number.doubleValue() * 86_400);
    return shown(LocalDateTime.of(1899, 12, 30, 0, 0).plusSeconds(seconds));
  }

  private static String shown(LocalDateTime date) {
    return date.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? date.toLocalDate().toString()
        : date.toLocalDate() + " " + date.toLocalTime().withNano(0);
  }

  /** Day, month or year outside of quotes and brackets: the format of a date. */
  static boolean isDate(@Nullable String format) {
    if (format == null || format.equalsIgnoreCase("General") || format.equals("@")) {
      return false;
    }
    boolean quoted = false;
    boolean bracket = false;
    for (int i = 0; i < format.length(); i++) {
      char c = Character.toLowerCase(format.charAt(i));
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '\\' || c == '_' || c == '*') {
        i++;
      } else if (c == '[') {
        bracket = true;
      } else if (c == ']') {
        bracket = false;
      } else if (!quoted && !bracket && (c == 'd' || c == 'y')) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    try {
      stream.close();
      workbook.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
