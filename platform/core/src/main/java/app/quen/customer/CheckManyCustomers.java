package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Says what registering many would refuse, and writes nothing. */
@ApplicationScoped
public class CheckManyCustomers {

  /** The outcome at i is of the draft at i. */
  @Permitted("customer:read")
  @InTransaction
  public List<CustomerOutcome> check(List<CustomerDraft> drafts) {
    throw new UnsupportedOperationException();
  }
}
