package app.quen.web.bulk;

import app.quen.bulk.PreviewBulk.Plan;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to be changed, and of whom. */
@Schema(
    name = "NewBulk",
    examples =
        """
        {"record": "customer", "query": {"filters": ["stage:eq:lead"]},
         "change": {"stage": "prospect"}, "addTags": ["2026"]}\
        """)
public record NewBulkJson(
    @Schema(ref = "RecordType", description = "Absent: customer.") @Nullable String record,
    @Schema(ref = "ListQuery", description = "Whom it concerns, as in the list: this, or else ids.")
        @Nullable JsonObject query,
    @Schema(description = "At most 10,000.") @Nullable List<UUID> ids,
    @Schema(
            type = SchemaType.OBJECT,
            description = "A merge patch on each record, as its own address takes it.")
        @Nullable JsonObject change,
    @Schema(description = "Added to the tags of each customer.") @Nullable List<String> addTags,
    @Nullable List<String> removeTags,
    @Schema(description = "It is always looked at first; for clarity only.")
        @Nullable Boolean preview) {

  Plan toPlan() {
    return new Plan(
        record == null ? "customer" : record,
        query,
        ids == null ? List.of() : ids,
        change == null ? JsonValue.EMPTY_JSON_OBJECT : change,
        addTags == null ? List.of() : addTags,
        removeTags == null ? List.of() : removeTags);
  }
}
