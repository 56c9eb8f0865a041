package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Batch;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Adds to what is known of up to 2,000 customers at once. */
@ApplicationScoped
public class ReviseManyCustomers {

  @Inject Batch batch;

  /**
   * What the draft says replaces what was known; what it leaves out stays; phones, e-mails,
   * addresses, tags and interests are added to those known. The outcome at i is of the addition at
   * i; one that does not fit stops none of the others.
   */
  @Permitted("customer:update")
  @InTransaction
  public List<CustomerOutcome> revise(List<Addition> additions, Source source) {
    return batch.revise(additions, source);
  }

  /** What is to be added to a customer. */
  public record Addition(CustomerId id, CustomerDraft draft) {}
}
