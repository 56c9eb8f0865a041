package app.quen.importing.model;

import app.quen.field.Invalid;
import app.quen.field.Problem;
import app.quen.text.Text;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where an import is in its life, and which steps lead on from there. */
public enum ImportState {
  /** The file is there; the mapping can be changed. */
  UPLOADED("đã tải lên", "uploaded"),
  /** A job does everything but write. */
  CHECKING("đang kiểm tra", "being checked"),
  /** The dry run of this mapping is known. */
  CHECKED("đã kiểm tra", "checked"),
  RUNNING("đang chạy", "running"),
  PAUSED("tạm dừng", "paused"),
  COMPLETED("đã xong", "completed"),
  CANCELLED("đã hủy", "cancelled"),
  /** Something stopped it between two chunks; what is done stays, and it can be resumed. */
  FAILED("bị lỗi", "failed");

  private final Text name;

  ImportState(String vi, String en) {
    this.name = new Text(vi, en);
  }

  /** What people or the job do to an import. */
  public enum Step {
    MAP,
    CHECK,
    CHECK_DONE,
    CHECK_FAILED,
    START,
    PAUSE,
    RESUME,
    CANCEL,
    DONE,
    FAIL
  }

  private static final Map<ImportState, Map<Step, ImportState>> WAYS =
      new EnumMap<>(
          Map.of(
              UPLOADED,
              Map.of(
                  Step.MAP, UPLOADED,
                  Step.CHECK, CHECKING,
                  Step.START, RUNNING,
                  Step.CANCEL, CANCELLED),
              CHECKING,
              Map.of(
                  Step.CHECK_DONE, CHECKED,
                  Step.CHECK_FAILED, UPLOADED,
                  Step.CANCEL, UPLOADED),
              CHECKED,
              Map.of(
                  Step.MAP, UPLOADED,
                  Step.CHECK, CHECKING,
                  Step.START, RUNNING,
                  Step.CANCEL, CANCELLED),
              RUNNING,
              Map.of(
                  Step.PAUSE, PAUSED,
                  Step.CANCEL, CANCELLED,
                  Step.DONE, COMPLETED,
                  Step.FAIL, FAILED),
              PAUSED,
              Map.of(Step.RESUME, RUNNING, Step.CANCEL, CANCELLED),
              FAILED,
              Map.of(Step.RESUME, RUNNING, Step.CANCEL, CANCELLED),
              COMPLETED,
              Map.of(),
              CANCELLED,
              Map.of()));

  public Optional<ImportState> after(Step step) {
    return Optional.ofNullable(WAYS.get(this).get(step));
  }

  /**
   * @throws Invalid if the step is not possible from here
   */
  public ImportState require(Step step) {
    return after(step)
        .orElseThrow(
            () ->
                new Invalid(
                    List.of(
                        new Problem(
                            "state",
                            "not-now",
                            new Text(
                                "Không làm được bước này khi lần nhập đang ở trạng thái “"
                                    + name.vi()
                                    + "”.",
                                "This step is not possible while the import is "
                                    + name.en()
                                    + ".")))));
  }

  /** Nothing leads on from here; the file is not needed any more. */
  public boolean isFinal() {
    return WAYS.get(this).isEmpty();
  }

  /** A job works on it. */
  public boolean isWorking() {
    return this == CHECKING || this == RUNNING;
  }

  /** As the API and the database write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static ImportState labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
