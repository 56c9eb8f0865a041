package app.quen.timeline.internal;

import app.quen.access.Access;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomersInSight;
import app.quen.timeline.SummaryPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/** Puts the parts of a summary together. */
@ApplicationScoped
public class Summaries {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject @Any Instance<SummaryPart> parts;
  @Inject Access access;
  @Inject CustomersInSight customers;

  public JsonObject of(CustomerId customer) {
    customers.require(customer);
    var summary = JSON.createObjectBuilder();
    for (SummaryPart part : parts) {
      boolean visible = access.permits(part.permission());
      summary.add(part.name(), visible ? part.of(customer) : JsonValue.NULL);
    }
    return summary.build();
  }
}
