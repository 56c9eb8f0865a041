package app.quen.importing.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Problem;
import app.quen.setting.WorkspaceSettings;
import app.quen.text.Text;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them in files: by the clock of their workspace. */
final class Moments {

  /** A day, and then maybe a time of it. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(.*\\d)[T"
              + " ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(?:\\s*([AaPp])\\.?[Mm]\\.?)?");

  private static final JsonProvider JSON = JsonProvider.provider();

  private Moments() {}

  /** A day alone is its beginning. */
  static Fields.Parsed parse(
      Fields fields, WorkspaceSettings settings, Field field, String written) {
    try {
      return parsed(Instant.parse(written));
    } catch (DateTimeException e) {
      // read as people write it
    }
    Matcher matcher = MOMENT.matcher(written);
    boolean timed = matcher.matches();
    Fields.Parsed day =
        fields.parse(field.ofType(FieldType.DATE), timed ? matcher.group(1) : written);
    if (!(day.value() instanceof JsonString date)) {
      return day;
    }
    try {
      LocalTime time = timed ? time(matcher) : LocalTime.MIDNIGHT;
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
                      "“" + written + "” không phải là ngày giờ; hãy viết như 05/03/2026 14:30.",
                      "“" + written + "” is no date and time; write it like 05/03/2026 14:30."))));
    }
  }

  private static LocalTime time(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group(2));
    String half = matcher.group(5);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    int seconds = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    return LocalTime.of(hour, Integer.parseInt(matcher.group(3)), seconds);
  }

  private static Fields.Parsed parsed(Instant at) {
    return new Fields.Parsed(JSON.createValue(at.toString()), List.of());
  }
}
