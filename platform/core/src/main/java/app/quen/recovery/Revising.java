package app.quen.recovery;

import app.quen.customer.CustomerId;
import app.quen.customer.ReviseCustomer;
import app.quen.customer.Source;
import app.quen.feedback.ReviseFeedback;
import app.quen.interaction.ReviseInteraction;
import app.quen.order.OrderId;
import app.quen.order.ReviseOrder;
import app.quen.task.ReviseTask;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Set;
import java.util.UUID;

/** Changes a record of any type by its own use case, which says who may. */
@ApplicationScoped
class Revising {

  private static final Set<String> TYPES =
      Set.of("customer", "order", "interaction", "feedback", "task");

  @Inject ReviseCustomer reviseCustomer;
  @Inject ReviseOrder reviseOrder;
  @Inject ReviseInteraction reviseInteraction;
  @Inject ReviseFeedback reviseFeedback;
  @Inject ReviseTask reviseTask;

  static boolean knows(String recordType) {
    return TYPES.contains(recordType);
  }

  /** Gives the version that the record has then. */
  int revise(String recordType, UUID id, JsonObject patch, int expectedVersion, Source source) {
    return switch (recordType) {
      case "customer" ->
          reviseCustomer.revise(new CustomerId(id), patch, expectedVersion, source).version();
      case "order" -> reviseOrder.revise(new OrderId(id), patch, expectedVersion, source).version();
      case "interaction" -> reviseInteraction.revise(id, patch, expectedVersion, source).version();
      case "feedback" -> reviseFeedback.revise(id, patch, expectedVersion, source).version();
      case "task" -> reviseTask.revise(id, patch, expectedVersion, source).version();
      default -> throw new IllegalArgumentException(recordType);
    };
  }
}
