package app.quen.timeline;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a timeline is asked for.
 *
 * @param from not earlier than this
 * @param to earlier than this
 * @param before beyond this entry, as (at, id) descending; null for the newest
 */
public record Window(@Nullable Instant from, @Nullable Instant to, @Nullable Position before) {

  /** An entry's place in the timeline. */
  public record Position(Instant at, UUID id) {}
}
