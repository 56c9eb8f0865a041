package app.quen.customer.internal;

import app.quen.customer.CustomerDraft;
import app.quen.customer.CustomerView;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/** The JSON of a customer: the one shape that the API, checks, facts and patches share. */
public final class CustomerShape {

  private CustomerShape() {}

  public static JsonObject json(CustomerView customer) {
    throw new UnsupportedOperationException();
  }

  public static CustomerDraft read(JsonObject customer) {
    throw new UnsupportedOperationException();
  }

  public static CustomerDraft ofFields(Map<String, JsonValue> values) {
    throw new UnsupportedOperationException();
  }
}
