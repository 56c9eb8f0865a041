package app.quen.web.task;

import app.quen.web.ActorJson;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody is to do. */
@Schema(name = "Task")
public record TaskJson(
    UUID id,
    @Nullable UUID customerId,
    String title,
    @Nullable String body,
    @Nullable Instant dueAt,
    @Schema(enumeration = {"low", "normal", "high"}) String priority,
    @Schema(enumeration = {"open", "done", "cancelled"}) String state,
    @Schema(description = "The member who is to do it.") @Nullable UUID assigneeId,
    @Schema(description = "Set when it is done.") @Nullable Instant doneAt,
    @Schema(description = "What it is about.") @Nullable AboutJson about,
    @Schema(description = "Where it first came from.") UUID sourceId,
    @Schema(ref = "FieldValues") JsonObject fields,
    @Schema(description = "For lists; null where there is no customer.")
        @Nullable String customerName,
    Instant createdAt,
    ActorJson createdBy,
    Instant updatedAt,
    ActorJson updatedBy,
    @Schema(description = "Null: not in the trash.") @Nullable Instant deletedAt,
    @Nullable ActorJson deletedBy,
    @Schema(description = "Grows with each change; its ETag is \"v<version>\".") long version) {

  /** What a task is about. */
  @Schema(name = "TaskSubject")
  public record AboutJson(
      @Schema(enumeration = {"customer", "order", "interaction", "feedback"}) String recordType,
      UUID id) {}

  /** A page. */
  @Schema(name = "TaskPage")
  public record PageJson(
      List<TaskJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}
}
