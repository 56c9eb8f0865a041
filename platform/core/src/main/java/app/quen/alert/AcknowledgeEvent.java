package app.quen.alert;

import app.quen.access.Access;
import app.quen.access.Permitted;
import app.quen.alert.internal.Events;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody has looked into a security event. */
@ApplicationScoped
public class AcknowledgeEvent {

  @Inject Events events;
  @Inject Access access;
  @Inject Trail trail;

  /**
   * Who was first stays.
   *
   * @throws NoSuchEvent if there is none with this id
   */
  @Permitted("audit:read")
  @InTransaction
  public SecurityEvent acknowledge(UUID id, @Nullable String note) {
    if (events.acknowledge(id, access.actor(), note)) {
      trail.note(Act.of("SecurityEventAcknowledged").on("security-event", id).because(note));
    }
    return events.find(id).orElseThrow(() -> new NoSuchEvent(id));
  }
}
