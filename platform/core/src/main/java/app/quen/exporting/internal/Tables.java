package app.quen.exporting.internal;

import app.quen.exporting.ExportFile.Format;
import app.quen.field.Field;
import jakarta.json.JsonValue;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.List;

/** Opens tables, and tells whoever wants to know of each row. */
public final class Tables {

  private Tables() {}

  public static Table open(Format format, OutputStream out, String language, ZoneId zone) {
    Table table =
        switch (format) {
          case CSV -> CsvTable.open(out, language, zone);
          case XLSX -> XlsxTable.open(out, language, zone);
          case JSON -> JsonTable.open(out);
        };
    return out instanceof RowStream watched ? new Watched(table, watched) : table;
  }

  private record Watched(Table table, RowStream stream) implements Table {

    @Override
    public void headings(List<String> headings) {
      table.headings(headings);
    }

    @Override
    public void cell(Field field, JsonValue value) {
      table.cell(field, value);
    }

    @Override
    public void endRow() {
      table.endRow();
      stream.row();
    }

    @Override
    public void close() {
      table.close();
    }
  }
}
