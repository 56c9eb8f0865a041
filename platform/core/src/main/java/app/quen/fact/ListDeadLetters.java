package app.quen.fact;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.fact.internal.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The facts that nobody tries to deliver any more. */
@ApplicationScoped
public class ListDeadLetters {

  private static final int LIMIT = 200;

  @Inject Deliveries deliveries;

  /** The oldest 200: handle these and the next ones come. */
  @Permitted("delivery:manage")
  @InTransaction
  public List<DeadLetter> list() {
    return deliveries.dead(LIMIT);
  }
}
