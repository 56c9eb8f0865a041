package app.quen.consent.internal;

import app.quen.consent.Consent;
import app.quen.consent.ConsentStatus;
import app.quen.customer.CustomerId;
import app.quen.timeline.SummaryPart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;

/** What a customer allows, for the top of a profile. */
@ApplicationScoped
class ConsentSummary implements SummaryPart {

  @Inject Consents consents;

  @Override
  public String name() {
    return "consents";
  }

  @Override
  public String permission() {
    return "consent:read";
  }

  @Override
  public JsonValue of(CustomerId customer) {
    JsonArrayBuilder all = Columns.JSON.createArrayBuilder();
    for (ConsentStatus status : consents.of(customer)) {
      Consent said = status.verdict().proof();
      all.add(
          Columns.JSON
              .createObjectBuilder()
              .add("purposeId", status.purpose().id().toString())
              .add("purpose", status.purpose().key())
              .add("name", Columns.object(status.purpose().name()))
              .add("channel", status.channel().word())
              .add("state", said == null ? "missing" : said.state().word())
              .add("allowed", status.verdict().allowed()));
    }
    return all.build();
  }
}
