package app.quen.installation;

import app.quen.field.Problem;
import app.quen.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.util.List;

/** Stands for a plugin's check where none is installed: refuses only who is named so. */
@ApplicationScoped
public class AgreeingChecks implements Checks {

  @Override
  public List<Problem> checkCustomer(JsonObject customer) {
    return customer.getString("name").equals("Refused by a plugin")
        ? List.of(new Problem("name", "refused", new Text("Không được.", "Not allowed.")))
        : List.of();
  }

  @Override
  public List<List<Problem>> checkCustomers(List<JsonObject> customers) {
    return customers.stream().map(this::checkCustomer).toList();
  }
}
