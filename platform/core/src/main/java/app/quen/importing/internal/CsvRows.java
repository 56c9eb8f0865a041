package app.quen.importing.internal;

import app.quen.importing.model.Encoding;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.StringArrayHandler;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows of a CSV file. Ragged rows stay as they are; a cell may span lines. */
final class CsvRows implements RowSource {

  private final CsvReader<String[]> reader;
  private final CloseableIterator<String[]> records;
  private long number;

  private CsvRows(Reader text, char delimiter) {
    this.reader =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .quoteCharacter('"')
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowExtraCharsAfterClosingQuote(true)
            .allowUnclosedQuote(false)
            .build(StringArrayHandler.of(), text);
    this.records = reader.iterator();
  }

  static CsvRows open(Path file, Encoding encoding, char delimiter) {
    try {
      Reader text =
          new InputStreamReader(
              new BufferedInputStream(Files.newInputStream(file), 1 << 16), encoding.charset());
      return new CsvRows(withoutMark(text), delimiter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For a text that is at hand, such as the beginning of a file. */
  static CsvRows of(Reader text, char delimiter) {
    return new CsvRows(text, delimiter);
  }

  private static Reader withoutMark(Reader text) throws IOException {
    Reader marked = new java.io.BufferedReader(text, 1 << 15);
    marked.mark(1);
    if (marked.read() != '\uFEFF') {
      marked.reset();
    }
    return marked;
  }

  @Override
  public @Nullable Row next() {
    try {
      while (records.hasNext()) {
        number++;
        Row row = new Row(number, records.next());
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (CsvParseException e) {
      long at = number + 1;
      throw Unreadable.file(
          "broken-csv",
          "Không đọc được tệp CSV từ dòng "
              + at
              + ": có thể thiếu dấu ngoặc kép đóng, hoặc một ô quá dài. Hãy sửa dòng đó rồi tải lên"
              + " lại.",
          "The CSV file cannot be read from row "
              + at
              + " on: a closing quote may be missing, or a cell is too long. Correct that row and"
              + " upload the file again.");
    }
  }

  @Override
  public void close() {
    try {
      records.close();
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
