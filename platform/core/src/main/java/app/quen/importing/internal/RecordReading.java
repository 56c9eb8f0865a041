package app.quen.importing.internal;

import app.quen.customer.CustomerDraft;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.importing.internal.Taker.Reading;
import app.quen.setting.WorkspaceSettings;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a row as a record that belongs to a customer, and who that is. */
final class RecordReading implements Reading<RecordRow> {

  private static final String CUSTOMER = "customer.";
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Fields fields;
  private final WorkspaceSettings settings;

  RecordReading(Fields fields, WorkspaceSettings settings) {
    this.fields = fields;
    this.settings = settings;
  }

  @Override
  public Fields.Parsed parse(Field field, String written) {
    if (field.isCore() && field.type() == FieldType.DATETIME) {
      return Moments.parse(fields, settings, field, written);
    }
    if (field.isCore() && field.type() == FieldType.TEXT && !field.key().startsWith(CUSTOMER)) {
      // as it is: a text may have many lines
      return new Fields.Parsed(JSON.createValue(written), List.of());
    }
    Fields.Parsed parsed = fields.parse(field, written);
    if (field.isCore() && parsed.value() instanceof JsonNumber number) {
      try {
        JsonValue whole = JSON.createValue(number.bigDecimalValue().intValueExact());
        return new Fields.Parsed(whole, parsed.problems());
      } catch (ArithmeticException e) {
        return parsed; // refused with the record, where its bounds are known
      }
    }
    return parsed;
  }

  @Override
  public RecordRow draft(Map<String, JsonValue> values) {
    JsonObjectBuilder record = JSON.createObjectBuilder();
    JsonObjectBuilder own = JSON.createObjectBuilder();
    Map<String, JsonValue> customer = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(CUSTOMER)) {
            customer.put(key.substring(CUSTOMER.length()), value);
          } else if (key.indexOf('.') > 0) {
            own.add(key, value);
          } else {
            record.add(key, value);
          }
        });
    return new RecordRow(
        record.add("fields", own).build(),
        customer.isEmpty() ? null : CustomerDraft.ofFields(customer));
  }
}
