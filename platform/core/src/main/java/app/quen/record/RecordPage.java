package app.quen.record;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items may be fewer than asked for, even none, although more follow: the work for one page
 *     is bounded
 * @param nextCursor where the next page begins; null after the last
 */
public record RecordPage(List<RecordView> items, @Nullable String nextCursor) {

  /** What the fields of the catalogue say of each record. */
  public Map<UUID, JsonObject> fields() {
    Map<UUID, JsonObject> fields = new LinkedHashMap<>();
    for (RecordView item : items) {
      JsonObject values = item.json().getJsonObject("fields");
      if (values != null) {
        fields.put(item.id(), values);
      }
    }
    return fields;
  }
}
