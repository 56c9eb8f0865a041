package app.quen.alert;

import app.quen.access.Actor;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that stood out.
 *
 * @param subject who did it; of failed sign-ins whose account it was
 * @param amount how much it was; null where nothing is counted
 * @param threshold what it went over
 * @param entry of the trail that it was found at; null where it was found by counting
 * @param endsSessions whether the member's sessions were ended
 */
public record SecurityEvent(
    UUID id,
    AlertRule rule,
    Instant at,
    Actor subject,
    @Nullable Long amount,
    @Nullable Long threshold,
    JsonObject detail,
    @Nullable Long entry,
    boolean endsSessions,
    @Nullable Acknowledgement acknowledged) {

  /** Somebody has looked into it. */
  public record Acknowledgement(Instant at, Actor by, @Nullable String note) {}
}
