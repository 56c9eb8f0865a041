package app.quen.provenance;

import app.quen.access.Actor;
import app.quen.source.SourceView;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param value JSON null where the field was emptied
 * @param source of the workspace; null where it is not known any more
 * @param detail what is known beside the source, e.g. the name of the imported file
 */
public record Origin(
    JsonValue value,
    @Nullable SourceView source,
    @Nullable String detail,
    Instant at,
    Actor actor) {

  /**
   * A field's value as it is, and what stood there before, newest first.
   *
   * @param more whether there are older ones that are not listed
   */
  public record OfField(Origin current, List<Origin> earlier, boolean more) {}
}
