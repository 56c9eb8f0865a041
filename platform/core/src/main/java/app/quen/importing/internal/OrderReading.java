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
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a row of a file of orders as an order with one line, and who bought. */
final class OrderReading implements Reading<OrderRow> {

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
      return Moments.parse(fields, settings, field, written);
    }
    if (field.type() == FieldType.MONEY && fractions) {
      // in đồng 1.500 is fifteen hundred; where there are cents, it is one and a half
      return fields.parse(field.ofType(FieldType.NUMBER), written);
    }
    return fields.parse(field, written);
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
