package app.quen.installation;

import app.quen.field.Problem;
import jakarta.json.JsonObject;
import java.util.List;

/** Asks the checks of the plugins that are switched on in the tenant that is entered. */
public interface Checks {

  /**
   * @param customer as the API shows a customer, plugin values under {@code fields}
   * @return why it is refused; empty if every check agrees. A check that fails or takes too long
   *     refuses.
   */
  List<Problem> checkCustomer(JsonObject customer);

  /** The same for many at once: the answer at i is for the customer at i. */
  List<List<Problem>> checkCustomers(List<JsonObject> customers);
}
