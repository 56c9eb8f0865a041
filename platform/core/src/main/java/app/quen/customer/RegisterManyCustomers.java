package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Batch;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Makes up to 2,000 customers at once. */
@ApplicationScoped
public class RegisterManyCustomers {

  @Inject Batch batch;

  /** The outcome at i is of the draft at i; one that does not fit stops none of the others. */
  @Permitted("customer:create")
  @InTransaction
  public List<CustomerOutcome> register(List<CustomerDraft> drafts, Source source) {
    return batch.register(drafts, source);
  }
}
