package app.quen.exporting.internal;

import app.quen.field.Field;
import jakarta.json.JsonValue;
import java.util.List;

/** A table on its way into a file, cell by cell. */
public interface Table extends AutoCloseable {

  void headings(List<String> headings);

  /**
   * @param value as the API shows it; JSON null for none
   */
  void cell(Field field, JsonValue value);

  void endRow();

  /** Completes the file; the stream below stays open. */
  @Override
  void close();
}
