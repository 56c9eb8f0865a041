package app.quen.provenance;

import app.quen.access.Permitted;
import app.quen.customer.CustomerId;
import app.quen.customer.NoSuchCustomer;
import app.quen.database.InTransaction;
import app.quen.provenance.internal.Origins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Where each value of a customer comes from. */
@ApplicationScoped
public class ShowOrigins {

  @Inject Origins origins;

  /**
   * By the key of the field, for each that ever had a value: at most {@value Origins#EARLIER} older
   * values each, out of the newest {@value Origins#CHANGES} changes.
   *
   * @throws NoSuchCustomer if there is none
   */
  @Permitted("customer:read")
  @InTransaction
  public Map<String, Origin.OfField> show(CustomerId customer) {
    return origins.of(customer);
  }
}
