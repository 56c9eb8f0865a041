package app.quen.importing.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What files of orders call their columns, folded by {@link Headings}. */
final class OrderSynonyms {

  private static final Map<String, List<String>> BY_FIELD =
      Map.ofEntries(
          Map.entry(
              "number",
              List.of(
                  "so don hang",
                  "ma don hang",
                  "ma don",
                  "so don",
                  "so hoa don",
                  "ma hoa don",
                  "don hang",
                  "hoa don",
                  "so chung tu",
                  "order number",
                  "order no",
                  "order id",
                  "order",
                  "invoice no",
                  "invoice number",
                  "invoice",
                  "invoice id",
                  "receipt no",
                  "receipt number",
                  "bill no")),
          Map.entry(
              "placedAt",
              List.of(
                  "ngay dat",
                  "ngay dat hang",
                  "ngay mua",
                  "ngay ban",
                  "ngay hoa don",
                  "ngay",
                  "thoi gian",
                  "ngay gio",
                  "ngay tao don",
                  "ngay tao",
                  "ngay chung tu",
                  "order date",
                  "invoice date",
                  "date",
                  "placed at",
                  "purchase date",
                  "created at",
                  "transaction date")),
          Map.entry(
              "state",
              List.of("trang thai", "trang thai don hang", "tinh trang", "status", "order status")),
          Map.entry(
              "channel",
              List.of(
                  "kenh ban", "kenh ban hang", "kenh", "nguon don", "channel", "sales channel")),
          Map.entry(
              "store",
              List.of("cua hang", "chi nhanh", "diem ban", "store", "shop", "branch", "outlet")),
          Map.entry(
              "discount",
              List.of(
                  "giam gia don hang", "giam gia hoa don", "chiet khau hoa don", "order discount")),
          Map.entry(
              "shipping",
              List.of(
                  "phi giao hang",
                  "phi van chuyen",
                  "phi ship",
                  "ship",
                  "shipping",
                  "shipping fee",
                  "delivery fee",
                  "freight")),
          Map.entry("tax", List.of("thue don hang", "thue hoa don", "order tax")),
          Map.entry("note", List.of("ghi chu", "ghi chu don hang", "note", "notes", "remark")),
          Map.entry(
              "customer.externalId",
              List.of(
                  "ma khach hang",
                  "ma khach",
                  "ma kh",
                  "customer id",
                  "customer code",
                  "customer no",
                  "client id",
                  "customer")),
          Map.entry(
              "customer.name",
              List.of(
                  "ten khach hang",
                  "khach hang",
                  "ten khach",
                  "nguoi mua",
                  "ten nguoi mua",
                  "ho ten khach hang",
                  "nguoi nhan",
                  "customer name",
                  "buyer",
                  "client name")),
          Map.entry(
              "customer.phones",
              List.of(
                  "sdt",
                  "so dien thoai",
                  "dien thoai",
                  "dien thoai khach",
                  "sdt khach",
                  "sdt khach hang",
                  "so dien thoai khach hang",
                  "sdt nguoi nhan",
                  "phone",
                  "customer phone",
                  "mobile")),
          Map.entry(
              "customer.emails",
              List.of("email", "e mail", "email khach", "email khach hang", "customer email")),
          Map.entry(
              "line.sku",
              List.of(
                  "ma hang",
                  "ma san pham",
                  "ma sp",
                  "ma hang hoa",
                  "ma vach",
                  "sku",
                  "stock code",
                  "item code",
                  "product code",
                  "product id",
                  "barcode",
                  "article")),
          Map.entry(
              "line.name",
              List.of(
                  "ten hang",
                  "ten san pham",
                  "ten sp",
                  "san pham",
                  "hang hoa",
                  "ten hang hoa",
                  "mat hang",
                  "mo ta",
                  "dien giai",
                  "description",
                  "product",
                  "product name",
                  "item",
                  "item name",
                  "line item")),
          Map.entry("line.quantity", List.of("so luong", "sl", "quantity", "qty", "units")),
          Map.entry(
              "line.unitPrice",
              List.of("don gia", "gia", "gia ban", "unit price", "price", "item price")),
          Map.entry(
              "line.discount",
              List.of("giam gia", "chiet khau", "ck", "khuyen mai", "discount", "line discount")),
          Map.entry("line.tax", List.of("thue", "tien thue", "vat", "thue gtgt", "tax")));

  private static final Map<String, String> FIELDS = new HashMap<>();

  static {
    BY_FIELD.forEach((field, names) -> names.forEach(name -> FIELDS.put(name, field)));
  }

  private OrderSynonyms() {}

  /** The key of the order's field that is meant, or null. */
  static @Nullable String field(String folded) {
    return FIELDS.get(folded);
  }
}
