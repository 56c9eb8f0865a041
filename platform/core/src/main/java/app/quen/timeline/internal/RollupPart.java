package app.quen.timeline.internal;

import app.quen.customer.CustomerId;
import app.quen.rollup.Rollups;
import app.quen.setting.Settings;
import app.quen.timeline.SummaryPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;

/** What follows for the customer from all its records. */
@ApplicationScoped
class RollupPart implements SummaryPart {

  @Inject Rollups rollups;
  @Inject Settings settings;

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
    return rollups.read(List.of(customer.value())).get(customer.value()).json(settings.current());
  }
}
