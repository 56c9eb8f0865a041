package app.quen.web.view;

import app.quen.view.SavedView;
import app.quen.view.ViewDraft;
import app.quen.web.ActorJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A list under a name. */
@Schema(name = "View", description = "A list as somebody likes to see it.")
public record ViewJson(
    UUID id,
    @Schema(ref = "RecordType") String record,
    String name,
    @Schema(enumeration = {"private", "workspace"}) String scope,
    @Schema(ref = "ListQuery") JsonObject query,
    @Schema(description = "Field keys; empty: the usual ones.") List<String> columns,
    @Schema(enumeration = {"comfortable", "compact"}) @Nullable String density,
    @Schema(description = "Whether the caller made it.") boolean own,
    int version,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt) {

  static ViewJson of(SavedView view) {
    return new ViewJson(
        view.id(),
        view.record(),
        view.name(),
        view.scope(),
        view.query(),
        view.columns(),
        view.density(),
        view.own(),
        view.version(),
        view.createdAt(),
        ActorJson.of(view.createdBy()),
        view.updatedAt());
  }

  /** The views that somebody sees. */
  @Schema(name = "Views")
  public record ListJson(List<ViewJson> items) {}

  /** What a client gives to keep a list. */
  @Schema(
      name = "NewView",
      examples =
          """
          {"record": "customer", "name": "Khách mới", "scope": "private",
           "query": {"filters": ["stage:eq:lead"], "sort": "-createdAt"},
           "columns": ["name", "phones", "ownerId"], "density": "compact"}\
          """)
  public record NewJson(
      @Schema(ref = "RecordType") @Nullable String record,
      String name,
      @Schema(
              enumeration = {"private", "workspace"},
              description = "Absent: private. workspace needs view:share.")
          @Nullable String scope,
      @Schema(ref = "ListQuery") @Nullable JsonObject query,
      @Nullable List<String> columns,
      @Schema(enumeration = {"comfortable", "compact"}) @Nullable String density) {

    ViewDraft toDraft() {
      return new ViewDraft(record, name, scope, query, columns, density);
    }
  }

  /** A change of a view: what is absent stays. */
  @Schema(
      name = "ViewPatch",
      description = "What is absent stays; query and columns are replaced as a whole.")
  public record PatchJson(
      @Nullable String name,
      @Schema(enumeration = {"private", "workspace"}) @Nullable String scope,
      @Schema(ref = "ListQuery") @Nullable JsonObject query,
      @Nullable List<String> columns,
      @Schema(enumeration = {"comfortable", "compact"}) @Nullable String density) {

    ViewDraft toDraft() {
      return new ViewDraft(null, name, scope, query, columns, density);
    }
  }
}
