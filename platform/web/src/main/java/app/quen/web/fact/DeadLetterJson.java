package app.quen.web.fact;

import app.quen.fact.DeadLetter;
import app.quen.fact.ListDeadLetters;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fact that a listener failed to take too often. */
@Schema(name = "DeadLetter")
public record DeadLetterJson(
    @Schema(examples = "plugin:retail") String listener,
    long factSeq,
    @Schema(examples = "CustomerRevised") String type,
    UUID recordId,
    int attempts,
    @Schema(description = "What the listener said last.") String error,
    Instant at) {

  /** A page of dead letters. */
  @Schema(name = "DeadLetters")
  public record PageJson(
      List<DeadLetterJson> items,
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {

    static PageJson of(ListDeadLetters.Page page) {
      return new PageJson(
          page.items().stream().map(DeadLetterJson::of).toList(), page.nextCursor());
    }
  }

  private static DeadLetterJson of(DeadLetter letter) {
    return new DeadLetterJson(
        letter.listener(),
        letter.factSequence(),
        letter.type(),
        letter.recordId(),
        letter.attempts(),
        letter.error(),
        letter.at());
  }

  /** Which dead letter to deliver again. */
  @Schema(name = "RetryDelivery")
  public record RetryJson(String listener, long factSeq) {}
}
