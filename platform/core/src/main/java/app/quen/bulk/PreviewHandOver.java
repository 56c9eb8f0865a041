package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.HandOvers;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says who would get what of somebody who leaves or moves; nothing changes until it is started, as
 * a bulk edit is, and it can be cancelled and undone as one.
 */
@ApplicationScoped
public class PreviewHandOver {

  @Inject HandOvers handOvers;

  /**
   * @throws app.quen.field.Invalid if it cannot be meant, or there is nothing to hand over
   */
  @Permitted("record:handover")
  @InTransaction
  public BulkView preview(Plan plan) {
    return handOvers.preview(plan);
  }

  /** Who gets what nobody has been named for. */
  public enum Rule {
    /** One person gets all of it. */
    ONE,
    /** Several people get the same number. */
    EVENLY,
    /** The people of a team get the same number. */
    TEAM,
    /** Only what is named, or fits, is handed over. */
    BY_HAND
  }

  /**
   * What is to be handed over. The tasks and feedback of a customer go with the customer.
   *
   * @param from whose it is
   * @param records of {@code customer}, {@code task} and {@code feedback}
   * @param to one for {@link Rule#ONE}, several for {@link Rule#EVENLY}, else none
   * @param team for {@link Rule#TEAM}
   * @param named who gets a record, whatever else is said
   * @param fitting who gets the customers that fit a query: the first that fits counts, and the
   *     rule has what is left
   */
  public record Plan(
      UUID from,
      Set<String> records,
      Rule rule,
      List<UUID> to,
      @Nullable UUID team,
      Map<UUID, UUID> named,
      List<Fitting> fitting) {}

  /**
   * @param query of customers, as lists take it
   * @param to one after the other
   */
  public record Fitting(JsonObject query, List<UUID> to) {}
}
