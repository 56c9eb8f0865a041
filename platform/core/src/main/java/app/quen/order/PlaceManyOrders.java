package app.quen.order;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.field.Problem;
import app.quen.order.internal.OrderBatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in many orders at once, or parts of them, as the chunks of a file bring them. */
@ApplicationScoped
public class PlaceManyOrders {

  @Inject OrderBatch batch;

  /** What happens with an order that was known before. */
  public enum Known {
    /** Its lines are replaced, and what else the file says. Needs order:update. */
    REPLACE,
    SKIP
  }

  /** What happens with an order that was not known. */
  public enum Unknown {
    PLACE,
    SKIP
  }

  /**
   * @param importId parts of one order that come with the same id are put together; with another
   *     one, they are another writing of the order
   */
  public record Manner(UUID importId, Known known, Unknown unknown) {}

  /**
   * What became of one part.
   *
   * @param id null if it was refused or left out
   * @param made whether the order did not exist before this import
   * @param problems why it was refused
   */
  public record Outcome(@Nullable OrderId id, boolean made, List<Problem> problems) {

    public boolean refused() {
      return !problems.isEmpty();
    }
  }

  /**
   * @param parts each with a number, which no other of them has; their lines are lines of one order
   * @return the outcome at i is of the part at i; one that does not fit stops none of the others
   */
  @Permitted("order:create")
  @InTransaction
  public List<Outcome> place(List<OrderDraft> parts, Manner manner, Source source) {
    return batch.place(parts, manner, source);
  }
}
