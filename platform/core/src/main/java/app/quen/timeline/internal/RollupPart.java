package app.quen.timeline.internal;

import app.quen.access.Policy;
import app.quen.customer.CustomerId;
import app.quen.rollup.Rollups;
import app.quen.setting.Settings;
import app.quen.timeline.SummaryPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;

/** What follows for the customer from all its records. */
@ApplicationScoped
class RollupPart implements SummaryPart {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Rollups rollups;
  @Inject Settings settings;
  @Inject Policy policy;

  @Override
  public String name() {
    return "rollups";
  }

  @Override
  public String permission() {
    return "customer:read";
  }

  @Override
  public JsonValue of(CustomerId customer) {
    JsonObject sums =
        rollups.read(List.of(customer.value())).get(customer.value()).json(settings.current());
    return policy
        .of("customer")
        .reads(JSON.createObjectBuilder().add("rollups", sums).build())
        .getJsonObject("rollups");
  }
}
