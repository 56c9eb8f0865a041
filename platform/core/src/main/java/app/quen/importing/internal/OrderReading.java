package app.quen.importing.internal;

import app.quen.customer.CustomerDraft;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.importing.internal.Taker.Reading;
import app.quen.order.OrderDraft;
import app.quen.setting.WorkspaceSettings;
import app.quen.text.Text;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a row of a file of orders as an order with one line, and who bought. */
final class OrderReading implements Reading<OrderRow> {

  /** A day, and then maybe a time of it. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(.*\\d)[T"
              + " ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?(?:\\s*([AaPp])\\.?[Mm]\\.?)?");

  private static final String CUSTOMER = "customer.";
  private static final String LINE = "line.";
  private static final JsonProvider JSON = JsonProvider.provider();

  private final Fields fields;
  private final WorkspaceSettings settings;
  private final boolean fractions;

  OrderReading(Fields fields, WorkspaceSettings settings) {
    this.fields = fields;
    this.settings = settings;
    this.fractions = settings.currency().getDefaultFractionDigits() > 0;
  }

  @Override
  public Fields.Parsed parse(Field field, String written) {
    if (field.key().equals("placedAt")) {
      return moment(field, written);
    }
    if (field.type() == FieldType.MONEY && fractions) {
      // in đồng 1.500 is fifteen hundred; where there are cents, it is one and a half
      return fields.parse(asNumber(field), written);
    }
    return fields.parse(field, written);
  }

  private static Field asNumber(Field field) {
    return new Field(
        field.key(),
        field.owner(),
        FieldType.NUMBER,
        field.label(),
        null,
        field.section(),
        false,
        false,
        false,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null);
  }

  /** By the clock of the workspace. */
  private Fields.Parsed moment(Field field, String written) {
    if (written.endsWith("Z")) {
      try {
        return new Fields.Parsed(JSON.createValue(Instant.parse(written).toString()), List.of());
      } catch (DateTimeException e) {
        // read as the others
      }
    }
    Matcher matcher = MOMENT.matcher(written);
    boolean timed = matcher.matches();
    Fields.Parsed day = fields.parse(field, timed ? matcher.group(1) : written);
    if (!(day.value() instanceof JsonString date)) {
      return day;
    }
    try {
      LocalTime time = timed ? time(matcher) : LocalTime.MIDNIGHT;
      Instant instant =
          LocalDate.parse(date.getString()).atTime(time).atZone(settings.timeZone()).toInstant();
      return new Fields.Parsed(JSON.createValue(instant.toString()), List.of());
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

  private static LocalTime time(Matcher matcher) {
    int hour = Integer.parseInt(matcher.group(2));
    String half = matcher.group(5);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    int seconds = matcher.group(4) == null ? 0 : Integer.parseInt(matcher.group(4));
    return LocalTime.of(hour, Integer.parseInt(matcher.group(3)), seconds);
  }

  @Override
  public OrderRow draft(Map<String, JsonValue> values) {
    OrderDraft.Line line =
        new OrderDraft.Line(
            text(values, LINE + "sku"),
            text(values, LINE + "name"),
            number(values, LINE + "quantity"),
            number(values, LINE + "unitPrice"),
            number(values, LINE + "discount"),
            number(values, LINE + "tax"));
    OrderDraft order =
        new OrderDraft(
            text(values, "number"),
            null,
            values.get("placedAt") == null ? null : Instant.parse(text(values, "placedAt")),
            text(values, "state"),
            text(values, "channel"),
            text(values, "store"),
            null,
            List.of(line),
            number(values, "discount"),
            number(values, "shipping"),
            number(values, "tax"),
            List.of(),
            text(values, "note"),
            null,
            own(values));
    List<Problem> problems = new java.util.ArrayList<>(line.problems());
    if (order.number() == null) {
      problems.add(
          problem("number", "required", "Cần có số đơn hàng.", "An order number is needed."));
    }
    boolean free = line.unitPrice() != null && line.unitPrice().signum() == 0;
    if (free && line.quantity() != null && line.quantity().signum() < 0) {
      problems.add(
          problem(
              "line.unitPrice",
              "stock-correction",
              "Số lượng âm với đơn giá 0 là điều chỉnh tồn kho, không phải hàng khách trả lại.",
              "A negative quantity at a price of 0 corrects the stock; no customer gave that"
                  + " back."));
    }
    if (!problems.isEmpty()) {
      throw new Invalid(problems);
    }
    return new OrderRow(order, customer(values));
  }

  private @Nullable CustomerDraft customer(Map<String, JsonValue> values) {
    Map<String, JsonValue> said = new HashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(CUSTOMER)) {
            said.put(key.substring(CUSTOMER.length()), value);
          }
        });
    if (said.isEmpty()) {
      return null;
    }
    // who bought something is no lead any more
    said.put("stage", JSON.createValue("customer"));
    return CustomerDraft.ofFields(said);
  }

  /** Values of plugins' and the workspace's own fields: the core knows which names are its own. */
  private JsonObject own(Map<String, JsonValue> values) {
    JsonObjectBuilder json = JSON.createObjectBuilder();
    values.forEach(
        (key, value) -> {
          if (key.indexOf('.') > 0 && !key.startsWith(LINE) && !key.startsWith(CUSTOMER)) {
            json.add(key, value);
          }
        });
    return json.build();
  }

  private static @Nullable String text(Map<String, JsonValue> values, String key) {
    return values.get(key) instanceof JsonString text ? text.getString() : null;
  }

  private static @Nullable BigDecimal number(Map<String, JsonValue> values, String key) {
    return values.get(key) instanceof JsonNumber number ? number.bigDecimalValue() : null;
  }

  private static Problem problem(String field, String code, String vi, String en) {
    return new Problem(field, code, new Text(vi, en));
  }
}
