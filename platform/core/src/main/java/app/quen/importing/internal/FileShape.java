package app.quen.importing.internal;

import app.quen.importing.model.Encoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How to read a file.
 *
 * @param encoding and {@code delimiter}: null for XLSX
 */
record FileShape(boolean xlsx, @Nullable Encoding encoding, @Nullable Character delimiter) {

  static final FileShape XLSX = new FileShape(true, null, null);

  /**
   * Looks at the content only; what the file is called does not matter.
   *
   * @throws app.quen.field.Invalid if it is neither XLSX nor text
   */
  static FileShape detect(Path file) {
    byte[] head = head(file);
    if (head.length == 0) {
      throw Unreadable.file(
          "empty", "Tệp rỗng.", "The file is empty. Check that it is the right file.");
    }
    if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
      XlsxGuard.check(file);
      return XLSX;
    }
    if (isOldExcel(head)) {
      throw Unreadable.file(
          "old-excel",
          "Tệp là Excel đời cũ (.xls) hoặc có mật khẩu. Hãy lưu lại dạng .xlsx hoặc CSV UTF-8.",
          "The file is an old Excel file (.xls) or has a password. Save it as .xlsx or CSV UTF-8.");
    }
    Encoding encoding = EncodingDetector.detect(head);
    String text = text(head, encoding);
    if (text.indexOf('\0') >= 0) {
      throw Unreadable.file(
          "not-text",
          "Tệp không phải là CSV hay XLSX.",
          "The file is neither CSV nor XLSX. Choose a spreadsheet saved in one of these formats.");
    }
    return new FileShape(false, encoding, CsvShape.delimiter(text));
  }

  private static boolean isOldExcel(byte[] head) {
    return head.length > 4
        && (head[0] & 0xFF) == 0xD0
        && (head[1] & 0xFF) == 0xCF
        && (head[2] & 0xFF) == 0x11
        && (head[3] & 0xFF) == 0xE0;
  }

  private static byte[] head(Path file) {
    try (var in = Files.newInputStream(file)) {
      return in.readNBytes(EncodingDetector.SAMPLE_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] head, Encoding encoding) {
    String text = encoding.charset().decode(ByteBuffer.wrap(head)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  RowSource open(Path file) {
    return encoding == null || delimiter == null
        ? XlsxRows.open(file)
        : CsvRows.open(file, encoding, delimiter);
  }
}
