package app.quen.exporting.internal;

import app.quen.customer.CustomerView;
import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.field.Fields;
import app.quen.order.OrderView;
import app.quen.setting.Settings;
import app.quen.setting.WorkspaceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns that lines of orders are given out in: those that an import takes. */
@ApplicationScoped
public class OrderColumns {

  private static final JsonProvider JSON = JsonProvider.provider();
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  @Inject Fields fields;
  @Inject Settings settings;
  @Inject SeenColumns seen;

  /** A column and how its cells are written. */
  public record Column(Field field, Field cell, WorkspaceSettings here) {

    /**
     * What a line of an order has there; JSON null for nothing.
     *
     * @param first whether it is the order's first line, which alone says what is of the whole
     *     order, so that sums over the column are right
     */
    public JsonValue value(
        JsonObject order, JsonObject line, boolean first, @Nullable CustomerView customer) {
      String key = field.key();
      if (!field.isCore()) {
        return or(order.getJsonObject("fields").get(key));
      }
      if (key.startsWith("line.")) {
        return or(line.get(key.substring("line.".length())));
      }
      if (key.startsWith("customer.")) {
        return customer == null
            ? JsonValue.NULL
            : or(customer.json().get(key.substring("customer.".length())));
      }
      if (key.equals("placedAt")) {
        Instant at = Instant.parse(order.getString(key));
        return JSON.createValue(LocalDateTime.ofInstant(at, here.timeZone()).format(MOMENT));
      }
      return field.type() == FieldType.MONEY && !first ? JsonValue.NULL : or(order.get(key));
    }

    private static JsonValue or(@Nullable JsonValue value) {
      return value == null ? JsonValue.NULL : value;
    }
  }

  public List<Column> all() {
    WorkspaceSettings here = settings.current();
    return seen.of("order", fields.of("order")).stream()
        .map(field -> new Column(field, shown(field), here))
        .toList();
  }

  /** The time is written by the clock of the workspace, as text. */
  private static Field shown(Field field) {
    return field.key().equals("placedAt") ? field.ofType(FieldType.TEXT) : field;
  }

  /** The lines of an order as JSON; without lines there is one that says nothing. */
  public static List<JsonObject> lines(OrderView order) {
    return order.json().getJsonArray("lines").getValuesAs(JsonObject.class);
  }
}
