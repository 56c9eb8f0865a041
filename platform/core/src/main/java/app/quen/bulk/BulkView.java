package app.quen.bulk;

import app.quen.access.Actor;
import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulk edit, or the undoing of one or of an import.
 *
 * @param kind {@code edit}, {@code hand-over}, {@code undo-bulk} or {@code undo-import}
 * @param of what is undone
 * @param title name of the file whose import is undone
 * @param state {@code draft}, {@code running}, {@code completed}, {@code cancelled} or {@code
 *     failed}
 * @param plan what was asked for; empty of an undoing
 * @param preview of an edit
 * @param failure what stopped it
 */
public record BulkView(
    UUID id,
    String kind,
    @Nullable UUID of,
    @Nullable String title,
    String state,
    JsonObject plan,
    @Nullable Preview preview,
    Progress progress,
    Result result,
    @Nullable Text failure,
    Instant createdAt,
    Actor createdBy,
    @Nullable Instant finishedAt) {

  /** What kind of record it changes, or was changed; of an import what its rows were. */
  public String record() {
    return plan.getString("record", "customer");
  }

  /**
   * What an edit would do.
   *
   * @param count of the records that it concerns, {@code exact} or estimated
   * @param examined how many of them were looked at for the other figures
   */
  public record Preview(
      long count,
      boolean exact,
      long examined,
      long changed,
      long unchanged,
      long refused,
      List<Sample> samples,
      List<Note> refusals) {}

  /**
   * @param changes {@code [{field, before, after}]}
   */
  public record Sample(UUID recordId, String name, JsonArray changes) {}

  /**
   * Why a record was left alone, or which of its values stay.
   *
   * @param record {@code customer}, or the kind of record that an import made
   */
  public record Note(String record, UUID recordId, String name, List<Problem> problems) {}

  /** How far the job is, in records; the total is known once they are gathered. */
  public record Progress(long done, @Nullable Long total, @Nullable Instant startedAt) {}

  /**
   * What the job has done so far.
   *
   * @param changed records; of an undoing those whose values went back
   * @param trashed records that the undone import had made
   * @param refused records of an edit; of an undoing, what was kept
   */
  public record Result(long changed, long trashed, long unchanged, long refused) {}
}
