package app.quen.fact;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.fact.internal.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts that nobody tries to deliver any more. */
@ApplicationScoped
public class ListDeadLetters {

  @Inject Deliveries deliveries;

  /**
   * Newest fact first.
   *
   * @param cursor from the page before; null for the newest
   * @throws NoSuchPage if the cursor is none of ours
   */
  @Permitted("delivery:manage")
  @InTransaction
  public Page list(int limit, @Nullable String cursor) {
    return deliveries.dead(limit, cursor);
  }

  /**
   * A part of the list.
   *
   * @param nextCursor where the next page begins; null after the last
   */
  public record Page(List<DeadLetter> items, @Nullable String nextCursor) {}
}
