package app.quen.customer.internal;

import app.quen.customer.CustomerQuery;
import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended.
 *
 * @param order of the list: {@code term} or a sort; decided on the first page
 * @param place the range of the search, or the phase of the sort
 * @param key what the order sorts by
 * @param id of the customer there
 */
record Cursor(String order, int place, String key, UUID id) {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  String encode(CustomerQuery query) {
    JsonArrayBuilder json =
        JSON.createArrayBuilder()
            .add(fingerprint(query))
            .add(order)
            .add(place)
            .add(key)
            .add(id.toString());
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.build().toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * @throws Invalid if it is none of ours, or of another query
   */
  static @Nullable Cursor decode(@Nullable String text, CustomerQuery query) {
    if (text == null) {
      return null;
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      JsonArray parts;
      try (var reader = JSON.createReader(new StringReader(json))) {
        parts = reader.readArray();
      }
      if (parts.getInt(0) == fingerprint(query) && parts.getInt(2) >= 0 && parts.getInt(2) < 100) {
        return new Cursor(
            parts.getString(1),
            parts.getInt(2),
            parts.getString(3),
            UUID.fromString(parts.getString(4)));
      }
    } catch (RuntimeException e) {
      // falls through: it is none of ours
    }
    throw new Invalid(
        List.of(
            new Problem(
                "cursor",
                "unknown",
                new Text(
                    "Trang này không thuộc danh sách này; hãy mở lại từ đầu.",
                    "This page does not belong to this list; read it from its beginning."))));
  }

  private static int fingerprint(CustomerQuery query) {
    // not query.hashCode(): that of an enum differs from node to node
    return query.toString().hashCode();
  }
}
