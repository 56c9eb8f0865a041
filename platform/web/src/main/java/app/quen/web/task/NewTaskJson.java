package app.quen.web.task;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a client gives to add a task; the resource hands the JSON on as it came. */
@Schema(
    name = "NewTask",
    examples =
        """
        {"customerId": "0192f0c1-7a3e-7c55-9b1e-2f6f1d9a0c11", "title": "Gọi lại báo giá",
         "dueAt": "2026-12-01T02:00:00Z", "priority": "high"}\
        """)
public record NewTaskJson(
    @Nullable UUID customerId,
    String title,
    @Nullable String body,
    @Nullable Instant dueAt,
    @Schema(enumeration = {"low", "normal", "high"}) @Nullable String priority,
    @Schema(enumeration = {"open", "done", "cancelled"}) @Nullable String state,
    @Schema(description = "The member who is to do it.") @Nullable UUID assigneeId,
    @Schema(description = "What it is about.") TaskJson.@Nullable AboutJson about,
    @Schema(description = "Absent: the source of who sends it.") @Nullable UUID sourceId,
    @Schema(ref = "FieldValues") @Nullable JsonObject fields) {

  /** A merge patch. */
  @Schema(
      name = "TaskPatch",
      description = "RFC 7396: what is absent stays, null empties; fields is merged key by key.",
      examples =
          """
          {"state": "done"}\
          """)
  public record PatchJson(
      @Nullable UUID customerId,
      @Nullable String title,
      @Nullable String body,
      @Nullable Instant dueAt,
      @Schema(enumeration = {"low", "normal", "high"}) @Nullable String priority,
      @Schema(enumeration = {"open", "done", "cancelled"}) @Nullable String state,
      @Schema(description = "The member who is to do it.") @Nullable UUID assigneeId,
      @Schema(description = "What it is about.") TaskJson.@Nullable AboutJson about,
      @Schema(ref = "FieldValues") @Nullable JsonObject fields) {}
}
