package app.quen.history.internal;

import app.quen.customer.CustomerId;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Brings the changes of the customer itself to the timeline. */
@ApplicationScoped
class HistoryTimeline implements TimelineSource {

  @Inject Histories histories;

  @Override
  public String kind() {
    return "change";
  }

  @Override
  public String permission() {
    return "customer:read";
  }

  @Override
  public Track track() {
    return new Track("customer_history", "TRUE", "at", "fact_id");
  }

  @Override
  public List<TimelineEntry> entries(CustomerId customer, List<Place> places) {
    return histories.entries(customer, places);
  }
}
