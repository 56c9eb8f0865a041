package app.quen.field.internal;

import app.quen.field.Field;
import app.quen.field.FieldType;
import app.quen.text.Text;
import java.util.List;

/** What follows for a customer from its orders, feedback and interactions; nobody writes it. */
final class RollupFields {

  static final List<Field> OF_CUSTOMER =
      List.of(
          field("orders", FieldType.NUMBER, "Số đơn hàng", "Orders", "orders"),
          field("returns", FieldType.NUMBER, "Số lần trả hàng", "Returns", "returns"),
          field("spend", FieldType.MONEY, "Tổng chi tiêu", "Spend", "spend"),
          field("average", FieldType.MONEY, "Giá trị đơn trung bình", "Average order", "average"),
          field(
              "firstOrderAt", FieldType.DATETIME, "Đơn đầu tiên", "First order", "first_order_at"),
          field("lastOrderAt", FieldType.DATETIME, "Đơn gần nhất", "Last order", "last_order_at"),
          field(
              "daysSinceLastOrder",
              FieldType.NUMBER,
              "Số ngày từ đơn gần nhất",
              "Days since last order",
              "last_order_at"),
          field(
              "openComplaints",
              FieldType.NUMBER,
              "Khiếu nại đang mở",
              "Open complaints",
              "open_complaints"),
          field(
              "lastSatisfaction",
              FieldType.NUMBER,
              "Mức hài lòng gần nhất",
              "Last satisfaction",
              "last_satisfaction"),
          field(
              "lastInteractionAt",
              FieldType.DATETIME,
              "Tương tác gần nhất",
              "Last interaction",
              "last_interaction_at"));

  private RollupFields() {}

  /**
   * @param column of {@code customer_rollup}; its index has the same name
   */
  private static Field field(String name, FieldType type, String vi, String en, String column) {
    return new Field(
        "rollup." + name,
        "core",
        type,
        new Text(vi, en),
        null,
        Field.ROLLUP,
        false,
        true,
        true,
        List.of(),
        null,
        null,
        null,
        null,
        null,
        List.of("person", "organisation"),
        column);
  }
}
