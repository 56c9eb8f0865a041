package app.quen.exporting.internal;

import app.quen.field.Field;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.List;

/** JSON for programs: a list of objects, values as the API shows them, by field key. */
final class JsonTable implements Table {

  private static final JsonProvider JSON = JsonProvider.provider();

  private final JsonGenerator json;
  private boolean inRow;

  private JsonTable(JsonGenerator json) {
    this.json = json;
  }

  static JsonTable open(OutputStream out) {
    JsonGenerator json = JSON.createGenerator(CsvTable.staysOpen(out));
    json.writeStartArray();
    return new JsonTable(json);
  }

  @Override
  public void headings(List<String> headings) {
    // the keys say it
  }

  @Override
  public void cell(Field field, JsonValue value) {
    if (!inRow) {
      json.writeStartObject();
      inRow = true;
    }
    json.write(field.key(), value);
  }

  @Override
  public void endRow() {
    json.writeEnd();
    inRow = false;
  }

  @Override
  public void close() {
    json.writeEnd();
    json.close();
  }
}
