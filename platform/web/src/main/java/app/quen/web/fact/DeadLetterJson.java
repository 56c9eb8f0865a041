package app.quen.web.fact;

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
      @Schema(description = "For cursor=; null on the last page.") @Nullable String nextCursor) {}

  /** Which dead letter to deliver again. */
  @Schema(name = "RetryDelivery")
  public record RetryJson(String listener, long factSeq) {}
}
