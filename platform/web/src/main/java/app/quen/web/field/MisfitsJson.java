package app.quen.web.field;

import app.quen.field.Misfit;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of values that a field could not take. */
@Schema(name = "FieldMisfits")
public record MisfitsJson(List<MisfitJson> items, @Nullable String nextCursor) {

  /** A value that is kept aside, or that repeats. */
  @Schema(name = "FieldMisfit")
  public record MisfitJson(
      UUID recordId,
      @Schema(ref = "AnyValue") JsonValue value,
      @Schema(
              enumeration = {"type", "taken"},
              description =
                  "type: it did not fit the new type and is kept aside; taken: another record has"
                      + " the same.")
          String reason) {}

  static MisfitsJson of(Misfit.Page page) {
    return new MisfitsJson(
        page.items().stream()
            .map(misfit -> new MisfitJson(misfit.recordId(), misfit.value(), misfit.reason()))
            .toList(),
        page.next() == null ? null : page.next().toString());
  }
}
