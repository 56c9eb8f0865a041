package app.quen.web.timeline;

import app.quen.timeline.ShowProfile.Profile;
import app.quen.web.customer.CustomerJson;
import app.quen.web.json.Whole;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the page of a customer begins with. */
@Schema(name = "CustomerProfile")
public record ProfileJson(CustomerJson customer, SummaryJson summary, TimelineJson timeline) {

  /** Kept: the methods of Json look the provider up at each call. */
  private static final JsonProvider JSON = JsonProvider.provider();

  static JsonObject of(Profile profile) {
    return JSON.createObjectBuilder()
        .add("customer", CustomerJson.of(profile.customer()))
        .add("summary", Whole.of(profile.summary(), SummaryJson.class))
        .add("timeline", TimelineJson.of(profile.timeline()))
        .build();
  }
}
