package app.quen.importing.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Refuses an XLSX that would unpack to more than the server can bear. It unpacks everything once,
 * since the sizes that a zip tells of itself cannot be trusted.
 */
final class XlsxGuard {

  private static final int MAX_ENTRIES = 10_000;

  /** Shared strings are held in memory while the sheet is read; the sheet is streamed. */
  private static final long MAX_SHARED_STRINGS = 300L << 20;

  private static final long MAX_ENTRY = 2L << 30;
  private static final long SMALL = 20L << 20;
  private static final int MAX_RATIO = 120;

  private XlsxGuard() {}

  static void check(Path file) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw tooLarge();
      }
      boolean workbook = false;
      byte[] buffer = new byte[1 << 16];
      for (var entries = zip.entries(); entries.hasMoreElements(); ) {
        ZipEntry entry = entries.nextElement();
        String name = entry.getName().toLowerCase(Locale.ROOT);
        workbook |= name.equals("xl/workbook.xml");
        if (name.endsWith(".xml") || name.endsWith(".rels")) {
          unpack(zip, entry, name.contains("sharedstrings"), buffer);
        }
      }
      if (!workbook) {
        throw notXlsx();
      }
    } catch (IOException e) {
      throw notXlsx();
    }
  }

  private static void unpack(ZipFile zip, ZipEntry entry, boolean heldInMemory, byte[] buffer)
      throws IOException {
    long packed = Math.max(1, entry.getCompressedSize());
    long unpacked = 0;
    try (InputStream in = zip.getInputStream(entry)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        unpacked += n;
        if (unpacked > MAX_ENTRY
            || heldInMemory && unpacked > MAX_SHARED_STRINGS
            || unpacked > SMALL && unpacked / packed > MAX_RATIO) {
          throw tooLarge();
        }
      }
    }
  }

  private static RuntimeException tooLarge() {
    return Unreadable.file(
        "unpacks-too-large",
        "Tệp Excel giải nén ra quá lớn. Hãy chia thành nhiều tệp nhỏ hơn, hoặc lưu dạng CSV.",
        "The Excel file unpacks to too much. Split it into smaller files, or save it as CSV.");
  }

  private static RuntimeException notXlsx() {
    return Unreadable.file(
        "not-xlsx",
        "Tệp không phải là tệp Excel .xlsx. Nếu là .xls đời cũ, hãy lưu lại dạng .xlsx hoặc CSV.",
        "The file is not an Excel .xlsx file. If it is an old .xls, save it as .xlsx or CSV.");
  }
}
