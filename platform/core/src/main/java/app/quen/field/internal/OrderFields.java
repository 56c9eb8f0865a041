package app.quen.field.internal;

import static app.quen.field.internal.CoreFields.one;

import app.quen.field.Field;
import app.quen.field.Field.Choice;
import app.quen.field.FieldType;
import app.quen.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields that every order has. In a file, each row is a line of an order; so those of its lines
 * and those that recognise its customer are fields too.
 */
final class OrderFields {

  private static final List<String> ANY = List.of();

  static final List<Field> OF_ORDER =
      List.of(
          text("number", "Số đơn hàng", "Order number", "order", 60, "number"),
          sortable("placedAt", FieldType.DATETIME, "Ngày đặt", "Placed", "order", "placed_at"),
          choice(
              "state",
              "Trạng thái",
              "State",
              "state",
              one("draft", "Nháp", "Draft"),
              one("placed", "Đã đặt", "Placed"),
              one("paid", "Đã thanh toán", "Paid"),
              one("delivered", "Đã giao", "Delivered"),
              one("cancelled", "Đã hủy", "Cancelled"),
              one("returned", "Đã trả hàng", "Returned")),
          choice(
              "channel",
              "Kênh bán",
              "Sales channel",
              "channel",
              one("store", "Cửa hàng", "Store"),
              one("web", "Trang web", "Web"),
              one("phone", "Điện thoại", "Phone"),
              one("marketplace", "Sàn thương mại", "Marketplace"),
              one("social", "Mạng xã hội", "Social media"),
              one("other", "Khác", "Other")),
          text("store", "Cửa hàng", "Store", "order", 120, "store"),
          amount("discount", "Giảm giá cả đơn", "Order discount", "order", "discount"),
          amount("shipping", "Phí giao hàng", "Shipping", "order", "shipping"),
          amount("tax", "Thuế cả đơn", "Order tax", "order", "tax"),
          text("note", "Ghi chú", "Note", "order", 4000, null),
          text("customer.externalId", "Mã khách hàng", "Customer id", "customer", 120, null),
          text("customer.name", "Tên khách hàng", "Customer name", "customer", 200, null),
          contact("customer.phones", FieldType.PHONE, "Điện thoại khách", "Customer phone"),
          contact("customer.emails", FieldType.EMAIL, "E-mail khách", "Customer e-mail"),
          text("line.sku", "Mã hàng", "Article number", "line", 60, null),
          text("line.name", "Tên hàng", "Article", "line", 300, null),
          amount("line.quantity", "Số lượng", "Quantity", "line", null),
          amount("line.unitPrice", "Đơn giá", "Unit price", "line", null),
          amount("line.discount", "Giảm giá", "Discount", "line", null),
          amount("line.tax", "Thuế", "Tax", "line", null),
          choice(
              "kind",
              "Loại đơn",
              "Kind",
              "kind",
              one("sale", "Đơn bán", "Sale"),
              one("return", "Trả hàng", "Return")),
          sortable("total", FieldType.MONEY, "Tổng tiền", "Total", Field.COMPUTED, "total"),
          amount("paid", "Đã trả", "Paid", Field.COMPUTED, "paid"),
          amount("returned", "Đã hoàn trả", "Given back", Field.COMPUTED, "returned"));

  private OrderFields() {}

  private static Field text(
      String key, String vi, String en, String section, int max, @Nullable String column) {
    return field(
        key, FieldType.TEXT, vi, en, section, max, column != null, false, List.of(), column);
  }

  private static Field amount(
      String key, String vi, String en, String section, @Nullable String column) {
    FieldType type = key.equals("line.quantity") ? FieldType.NUMBER : FieldType.MONEY;
    return field(key, type, vi, en, section, null, column != null, false, List.of(), column);
  }

  private static Field sortable(
      String key, FieldType type, String vi, String en, String section, String column) {
    return field(key, type, vi, en, section, null, true, true, List.of(), column);
  }

  private static Field contact(String key, FieldType type, String vi, String en) {
    return field(key, type, vi, en, "customer", null, false, false, List.of(), null);
  }

  private static Field choice(String key, String vi, String en, String column, Choice... choices) {
    String section = key.equals("kind") ? Field.COMPUTED : "order";
    return field(
        key, FieldType.CHOICE, vi, en, section, null, true, false, List.of(choices), column);
  }

  private static Field field(
      String key,
      FieldType type,
      String vi,
      String en,
      String section,
      @Nullable Integer max,
      boolean searchable,
      boolean sortable,
      List<Choice> choices,
      @Nullable String column) {
    return new Field(
        key,
        "core",
        type,
        new Text(vi, en),
        null,
        section,
        false,
        searchable,
        sortable,
        choices,
        null,
        null,
        max,
        null,
        null,
        ANY,
        column);
  }
}
