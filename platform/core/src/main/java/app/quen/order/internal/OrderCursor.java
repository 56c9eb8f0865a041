package app.quen.order.internal;

import static app.quen.order.internal.Amounts.problem;

import app.quen.field.Invalid;
import app.quen.order.OrderQuery;
import jakarta.json.JsonArray;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended.
 *
 * @param key what the list is sorted by
 * @param id of the order there
 */
record OrderCursor(String key, UUID id) {

  String encode(OrderQuery query) {
    String json =
        OrderShape.JSON
            .createArrayBuilder()
            .add(query.toString().hashCode())
            .add(key)
            .add(id.toString())
            .build()
            .toString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Invalid if it is none of ours, or of another query
   */
  static @Nullable OrderCursor decode(@Nullable String text, OrderQuery query) {
    if (text == null) {
      return null;
    }
    try {
      JsonArray parts =
          OrderChanges.array(
              new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
      if (parts.getInt(0) == query.toString().hashCode()) {
        return new OrderCursor(parts.getString(1), UUID.fromString(parts.getString(2)));
      }
    } catch (RuntimeException e) {
      // falls through: it is none of ours
    }
    throw unknown();
  }

  /** The key where the list is sorted by an amount. */
  BigDecimal amount() {
    try {
      return new BigDecimal(key);
    } catch (NumberFormatException e) {
      throw unknown();
    }
  }

  private static Invalid unknown() {
    return new Invalid(
        List.of(
            problem(
                "cursor",
                "unknown",
                "Trang này không thuộc danh sách này; hãy mở lại từ đầu.",
                "This page does not belong to this list; read it from its beginning.")));
  }
}
