package app.quen.bulk.internal;

import app.quen.access.Actor;
import app.quen.bulk.BulkView;
import app.quen.bulk.BulkView.Preview;
import app.quen.bulk.BulkView.Progress;
import app.quen.bulk.BulkView.Result;
import app.quen.text.Text;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code bulk_run}.
 *
 * @param position how far the job is: the list's cursor while it gathers, then a customer's id
 */
record Run(
    UUID id,
    String kind,
    @Nullable UUID of,
    @Nullable String title,
    String state,
    int attempt,
    JsonObject plan,
    @Nullable Preview preview,
    boolean gathered,
    @Nullable String position,
    @Nullable Long total,
    long done,
    Result result,
    @Nullable Text failure,
    Instant createdAt,
    Actor createdBy,
    @Nullable Instant startedAt,
    @Nullable Actor startedBy,
    @Nullable Instant finishedAt) {

  static final String EDIT = "edit";
  static final String HAND_OVER = "hand-over";

  /** The permission without which nobody starts, stops or undoes a hand-over. */
  static final String HANDING_OVER = "record:handover";

  static final String UNDO_BULK = "undo-bulk";
  static final String UNDO_IMPORT = "undo-import";

  static final String DRAFT = "draft";
  static final String RUNNING = "running";
  static final String COMPLETED = "completed";
  static final String CANCELLED = "cancelled";
  static final String FAILED = "failed";

  /** Stands for a plan whose text somebody has bent. */
  static final JsonObject UNREADABLE =
      JsonProvider.provider().createObjectBuilder().add("unreadable", true).build();

  static final Text NOT_READ =
      new Text(
          "Không đọc được nội dung của lần này trong cơ sở dữ liệu, nên không chạy hay hoàn tác"
              + " được.",
          "What this run is about cannot be read in the database, so it can neither go on nor be"
              + " undone.");

  boolean isUnreadable() {
    return plan.equals(UNREADABLE);
  }

  boolean is(String state) {
    return this.state.equals(state);
  }

  Actor starter() {
    return startedBy == null ? createdBy : startedBy;
  }

  BulkView view() {
    return new BulkView(
        id,
        kind,
        of,
        title,
        state,
        plan,
        preview,
        new Progress(done, total, startedAt),
        result,
        isUnreadable() ? NOT_READ : failure,
        createdAt,
        createdBy,
        finishedAt);
  }
}
