package app.quen.consent.internal;

import app.quen.consent.Consent;
import app.quen.consent.Purpose;
import app.quen.consent.PurposeId;
import app.quen.customer.CustomerId;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a customer granted, refused and withdrew, as the timeline shows it. */
@ApplicationScoped
class ConsentTimeline implements TimelineSource {

  @Inject ConsentRows rows;
  @Inject SeenConsents seen;
  @Inject Purposes purposes;

  @Override
  public String kind() {
    return "consent";
  }

  @Override
  public String permission() {
    return "consent:read";
  }

  @Override
  public Track track() {
    return new Track("consent", "TRUE", "at", "id");
  }

  @Override
  public List<TimelineEntry> entries(CustomerId customer, List<Place> places) {
    List<Consent> consents =
        rows.find(customer, places.stream().map(Place::id).collect(Collectors.toSet())).stream()
            .map(seen::of)
            .toList();
    Map<PurposeId, Purpose> known = new HashMap<>();
    purposes.all().forEach(purpose -> known.put(purpose.id(), purpose));
    return consents.stream()
        .map(
            consent ->
                new TimelineEntry(
                    kind(),
                    consent.id(),
                    consent.at(),
                    consent.actor(),
                    consent.state().word(),
                    record(consent, Objects.requireNonNull(known.get(consent.purpose()))),
                    null))
        .toList();
  }

  private static JsonObject record(Consent consent, Purpose purpose) {
    var json =
        Columns.JSON
            .createObjectBuilder()
            .add("id", consent.id().toString())
            .add("purposeId", purpose.id().toString())
            .add("purpose", purpose.key())
            .add(
                "purposeName",
                Columns.JSON
                    .createObjectBuilder()
                    .add("vi", purpose.name().vi())
                    .add("en", purpose.name().en()))
            .add("channel", consent.channel().word())
            .add("state", consent.state().word())
            .add("version", consent.version())
            .add("at", consent.at().toString())
            .add("recordedAt", consent.recordedAt().toString())
            .add("sourceId", consent.sourceId().toString())
            .add("source", consent.source());
    if (consent.note() != null) {
      json.add("note", consent.note());
    }
    return json.build();
  }
}
