package app.quen.alert;

import app.quen.access.Permitted;
import app.quen.alert.internal.Events;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stood out in a workspace. */
@ApplicationScoped
public class ListSecurityEvents {

  @Inject Events events;

  /**
   * Newest first.
   *
   * @param rule null: any
   * @param subject null: anybody
   * @param open only what nobody has looked into
   * @param before an event; null for the newest
   */
  @Permitted("audit:read")
  @InTransaction
  public SecurityEventPage list(
      @Nullable AlertRule rule,
      @Nullable UUID subject,
      boolean open,
      @Nullable UUID before,
      int limit) {
    List<SecurityEvent> found = events.list(rule, subject, open, before, limit + 1);
    if (found.size() <= limit) {
      return new SecurityEventPage(found, null);
    }
    List<SecurityEvent> shown = List.copyOf(found.subList(0, limit));
    return new SecurityEventPage(shown, shown.getLast().id());
  }
}
