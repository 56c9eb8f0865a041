package app.quen.customer;

import app.quen.source.SourceKind;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a change came from; kept with the change.
 *
 * @param kind {@code form}, {@code api}, {@code import}, {@code bulk} or {@code undo}
 * @param id of the import, of the bulk edit, or of what was undone
 * @param name as people know it, e.g. the name of the imported file
 * @param sourceId the workspace's source that it belongs to; null until it is looked up, or where
 *     none was named
 */
public record Source(
    String kind, @Nullable String id, @Nullable String name, @Nullable UUID sourceId) {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  public static final Source FORM = new Source("form", null, null);
  public static final Source API = new Source("api", null, null);

  public Source(String kind, @Nullable String id, @Nullable String name) {
    this(kind, id, name, null);
  }

  public static Source imported(String id, String fileName) {
    return new Source("import", id, fileName);
  }

  public static Source bulk(UUID run, @Nullable String name) {
    return new Source("bulk", run.toString(), name);
  }

  /** The taking back of what a run did. */
  public static Source undo(UUID run, @Nullable String name) {
    return new Source("undo", run.toString(), name);
  }

  /** The run whose changes are remembered so that they can be undone; null for single changes. */
  public @Nullable UUID undoableRun() {
    return id != null && (kind.equals("import") || kind.equals("bulk"))
        ? UUID.fromString(id)
        : null;
  }

  /** The same, from this source of the workspace. */
  public Source of(@Nullable UUID source) {
    return new Source(kind, id, name, source);
  }

  /** A form without an id is one of the application's own, filled in by a member. */
  public SourceKind sourceKind() {
    return kind.equals("form") && id == null
        ? SourceKind.MANUAL
        : SourceKind.of(kind).orElse(SourceKind.MANUAL);
  }

  public JsonObject json() {
    var json = JSON.createObjectBuilder().add("kind", kind);
    if (id != null) {
      json.add("id", id);
    }
    if (name != null) {
      json.add("name", name);
    }
    if (sourceId != null) {
      json.add("sourceId", sourceId.toString());
    }
    return json.build();
  }
}
