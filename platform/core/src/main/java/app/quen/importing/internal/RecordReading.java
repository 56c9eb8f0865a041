package app.quen.importing.internal;

import app.quen.customer.CustomerDraft;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.importing.internal.Taker.Reading;
import app.quen.setting.WorkspaceSettings;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a row as a record that belongs to a customer, and who that is. */
final class RecordReading implements Reading<RecordRow> {

  private static final String CUSTOMER = "customer.";
  private static final Pattern MOMENT =
      Pattern.compile("(.*\\d)[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?");
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Fields fields;
  private final WorkspaceSettings settings;

  RecordReading(Fields fields, WorkspaceSettings settings) {
    this.fields = fields;
    this.settings = settings;
  }

  @Override
  public Fields.Parsed parse(Field field, String written) {
    if (field.isCore() && field.type() == FieldType.DATE) {
      return moment(field, written);
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

  /** By the clock of the workspace; a day alone is its beginning. */
  private Fields.Parsed moment(Field field, String written) {
    try {
      return parsed(Instant.parse(written));
    } catch (DateTimeException e) {
      // read as people write it
    }
    Matcher matcher = MOMENT.matcher(written);
    boolean timed = matcher.matches();
    Fields.Parsed day = fields.parse(field, timed ? matcher.group(1) : written);
    if (!(day.value() instanceof JsonString date)) {
      return day;
    }
    try {
      LocalTime time =
          timed
              ? LocalTime.of(
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3)),
                  matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4)))
              : LocalTime.MIDNIGHT;
      return parsed(
          LocalDate.parse(date.getString()).atTime(time).atZone(settings.timeZone()).toInstant());
    } catch (DateTimeException e) {
      return new Fields.Parsed(
          JsonValue.NULL,
          List.of(
              new Problem(
                  field.key(),
                  "not-a-date",
                  new Text(
                      "«" + written + "» không phải là ngày giờ; hãy viết như 05/03/2026 14:30.",
                      "“" + written + "” is no date and time; write it like 05/03/2026 14:30."))));
    }
  }

  private static Fields.Parsed parsed(Instant at) {
    return new Fields.Parsed(JSON.createValue(at.toString()), List.of());
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
