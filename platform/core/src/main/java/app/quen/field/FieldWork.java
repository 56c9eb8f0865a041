package app.quen.field;

import app.quen.text.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Long work on a field: what it does, how far it is, what came out.
 *
 * @param attempt which order this is; a job of an earlier one stops
 * @param done in percent for an index, else records looked at
 * @param total of what {@code done} counts; 0 while that is not known
 * @param target the field as it is when values are moved to its type, or would be; where values are
 *     encrypted or decrypted, the field as it was before
 * @param at the last record that was looked at
 * @param fits how many values fit, or did
 * @param misfits how many do not
 * @param samples some of them
 */
public record FieldWork(
    Kind kind,
    State state,
    int attempt,
    long done,
    long total,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Field target,
    @Nullable UUID at,
    long fits,
    long misfits,
    List<Sample> samples,
    @Nullable Text failure) {

  /** How many samples are kept at most. */
  public static final int SAMPLES = 20;

  /** A value that does not fit. */
  public record Sample(UUID recordId, String value) {}

  public enum Kind {
    /** The field becomes searchable. */
    INDEX,
    /** Values that are there already are claimed. */
    UNIQUE,
    /** Values are moved to another type. */
    CONVERT,
    /** What moving them would do. */
    PREVIEW,
    /** Values that are there already are encrypted. */
    SEAL,
    /** Values are decrypted again. */
    UNSEAL;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public enum State {
    WAITING,
    RUNNING,
    DONE,
    CANCELLED,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public boolean open() {
      return this == WAITING || this == RUNNING;
    }
  }

  public static FieldWork ordered(
      Kind kind, @Nullable FieldWork before, @Nullable Field target, Instant now) {
    int attempt = before == null ? 1 : before.attempt + 1;
    return new FieldWork(
        kind, State.WAITING, attempt, 0, 0, now, null, target, null, 0, 0, List.of(), null);
  }

  public FieldWork progressed(long done, long total) {
    return new FieldWork(
        kind,
        State.RUNNING,
        attempt,
        done,
        total,
        startedAt,
        null,
        target,
        at,
        fits,
        misfits,
        samples,
        null);
  }

  /** One more piece was looked at. */
  public FieldWork found(
      @Nullable UUID at, long done, long total, long fits, long misfits, List<Sample> samples) {
    return new FieldWork(
        kind,
        State.RUNNING,
        attempt,
        done,
        total,
        startedAt,
        null,
        target,
        at,
        fits,
        misfits,
        samples,
        null);
  }

  public FieldWork ended(State state, @Nullable Text failure, Instant now) {
    return new FieldWork(
        kind, state, attempt, done, total, startedAt, now, target, at, fits, misfits, samples,
        failure);
  }
}
