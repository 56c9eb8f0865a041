package app.quen.link.internal;

import app.quen.customer.CustomerId;
import app.quen.link.LinkView;
import app.quen.timeline.SummaryPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;

/** Whom a customer belongs together with, for the top of a profile. */
@ApplicationScoped
class LinkSummary implements SummaryPart {

  private static final int MOST = 20;

  @Inject LinkRows rows;

  @Override
  public String name() {
    return "links";
  }

  @Override
  public String permission() {
    return "customer:read";
  }

  @Override
  public JsonValue of(CustomerId customer) {
    JsonArrayBuilder all = Links.JSON.createArrayBuilder();
    for (LinkView link : rows.of(customer.value(), MOST, null).items()) {
      all.add(
          Links.JSON
              .createObjectBuilder()
              .add("id", link.id().toString())
              .add("type", link.type().word())
              .add("direction", link.outwards() ? "out" : "in")
              .add(
                  "label",
                  Links.JSON
                      .createObjectBuilder()
                      .add("vi", link.label().vi())
                      .add("en", link.label().en()))
              .add("otherId", link.other().id().toString())
              .add("kind", link.other().kind())
              .add("name", link.other().name()));
    }
    return all.build();
  }
}
