package app.quen.fact;

import app.quen.access.Permitted;
import app.quen.access.Policy;
import app.quen.database.InTransaction;
import app.quen.fact.internal.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The facts that nobody tries to deliver any more. */
@ApplicationScoped
public class ListDeadLetters {

  private static final Set<String> TYPES =
      Set.of("customer", "order", "interaction", "feedback", "task");

  @Inject Deliveries deliveries;
  @Inject Policy policy;

  /**
   * Newest fact first.
   *
   * @param cursor from the page before; null for the newest
   * @throws NoSuchPage if the cursor is none of ours
   */
  @Permitted("delivery:manage")
  @InTransaction
  public Page list(int limit, @Nullable String cursor) {
    Page page = deliveries.dead(limit, cursor);
    return new Page(page.items().stream().map(this::seen).toList(), page.nextCursor());
  }

  /** What went wrong may quote a value: it is told whole to who sees all of such records. */
  private DeadLetter seen(DeadLetter letter) {
    String type = letter.recordType().equals("consent") ? "customer" : letter.recordType();
    boolean all =
        TYPES.contains(type)
            ? policy.of(type).everyValue()
            : TYPES.stream().allMatch(one -> policy.of(one).everyValue());
    if (all) {
      return letter;
    }
    int end = letter.error().indexOf(':');
    return new DeadLetter(
        letter.listener(),
        letter.factSequence(),
        letter.type(),
        letter.recordType(),
        letter.recordId(),
        letter.attempts(),
        // the name of the exception
        end < 0 ? letter.error().split("\\s", 2)[0] : letter.error().substring(0, end),
        letter.at());
  }

  /**
   * A part of the list.
   *
   * @param nextCursor where the next page begins; null after the last
   */
  public record Page(List<DeadLetter> items, @Nullable String nextCursor) {}
}
