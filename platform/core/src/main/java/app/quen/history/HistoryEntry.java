package app.quen.history;

import app.quen.access.Actor;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to a record.
 *
 * @param type of the fact, e.g. {@code CustomerRevised}
 * @param source where the change came from, e.g. the name of the imported file; null if unknown
 */
public record HistoryEntry(
    UUID id, Instant at, Actor actor, String type, @Nullable String source, List<Change> changes) {

  /**
   * @param before JSON null where there was nothing
   * @param after JSON null where nothing is left
   */
  public record Change(String field, JsonValue before, JsonValue after) {}
}
