package app.quen.history.internal;

import app.quen.customer.CustomerId;
import app.quen.timeline.TimelineEntry;
import app.quen.timeline.TimelineSource;
import app.quen.timeline.Window;
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
  public List<TimelineEntry> newest(CustomerId customer, Window window, int limit) {
    return histories.newest(customer, window, limit);
  }
}
