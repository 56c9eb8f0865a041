package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Receivers;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who gets what by a hand-over. */
@ApplicationScoped
public class ListReceivers {

  @Inject Receivers receivers;

  /**
   * Each of them with how much, for who sees the run.
   *
   * @throws NoSuchRun if there is no such hand-over, or not for who is acting
   */
  @Permitted("customer:read")
  @InTransaction
  public List<Receiver> all(UUID run) {
    return receivers.all(run);
  }

  /**
   * What one of them gets, for who sees the run and for themselves: of it what who is acting sees.
   *
   * @throws NoSuchRun if there is no such hand-over, or not for who is acting
   */
  @Permitted("customer:read")
  @InTransaction
  public Page list(UUID run, UUID member, @Nullable UUID after, int limit) {
    return receivers.list(run, member, after, limit);
  }

  /** The hand-overs by which who is acting gets something, the last first; at most 50. */
  @Permitted("customer:read")
  @InTransaction
  public List<Received> own() {
    return receivers.own();
  }

  /**
   * @param from whose it was
   * @param by who handed it over
   * @param state of the run
   * @param counts by kind of record
   */
  public record Received(
      UUID run,
      UUID from,
      String by,
      String state,
      @Nullable Instant at,
      Map<String, Long> counts) {}

  /**
   * @param counts by kind of record
   */
  public record Receiver(UUID member, Map<String, Long> counts) {}

  /**
   * @param record {@code customer}, {@code task} or {@code feedback}
   * @param name null where it is not seen
   * @param moved whether it is theirs now
   */
  public record Handed(String record, UUID recordId, @Nullable String name, boolean moved) {}

  /** A part of the list; {@code next} is null at its end. */
  public record Page(List<Handed> items, @Nullable UUID next) {}
}
