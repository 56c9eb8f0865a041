package app.quen.timeline.internal;

import app.quen.access.Access;
import app.quen.access.Policy;
import app.quen.customer.CustomerId;
import app.quen.customer.CustomerView;
import app.quen.customer.CustomersInSight;
import app.quen.rollup.Rollups;
import app.quen.setting.Settings;
import app.quen.timeline.SummaryPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.UUID;

/** Puts the parts of a summary together. */
@ApplicationScoped
public class Summaries {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject @Any Instance<SummaryPart> parts;
  @Inject Access access;
  @Inject CustomersInSight customers;
  @Inject Policy policy;
  @Inject Rollups rollups;
  @Inject Settings settings;

  public JsonObject of(CustomerId customer) {
    customers.require(customer);
    UUID id = customer.value();
    JsonObject sums = rollups.read(List.of(id)).get(id).json(settings.current());
    return of(customer, policy.of("customer").rollups(sums));
  }

  /** Of a customer who was shown a moment ago. */
  public JsonObject of(CustomerView customer) {
    return of(customer.id(), customer.rollups());
  }

  private JsonObject of(CustomerId customer, JsonObject sums) {
    var summary = JSON.createObjectBuilder().add("rollups", sums);
    for (SummaryPart part : parts) {
      boolean visible = access.permits(part.permission());
      summary.add(part.name(), visible ? part.of(customer) : JsonValue.NULL);
    }
    return summary.build();
  }
}
