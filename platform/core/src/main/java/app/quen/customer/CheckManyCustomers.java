package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Batch;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Says what registering many would refuse, and writes nothing. */
@ApplicationScoped
public class CheckManyCustomers {

  @Inject Batch batch;

  /** The outcome at i is of the draft at i. */
  @Permitted("customer:read")
  @InTransaction
  public List<CustomerOutcome> check(List<CustomerDraft> drafts) {
    return batch.check(drafts);
  }
}
