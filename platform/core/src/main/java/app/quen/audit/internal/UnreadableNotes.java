package app.quen.audit.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.access.Refused;
import app.quen.audit.Act;
import app.quen.audit.Seldom;
import app.quen.audit.Trail;
import app.quen.secret.UnreadableValues;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.whence.Whereabouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.spi.JsonProvider;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells the trail of each value that cannot be opened: once a day, however often a list shows it.
 */
@ApplicationScoped
class UnreadableNotes implements UnreadableValues {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Trail trail;
  @Inject Tenants tenants;
  @Inject Access access;
  @Inject Whereabouts whereabouts;
  @Inject Clock clock;

  private final Seldom<Value> told = new Seldom<>(Duration.ofDays(1));

  private record Value(TenantId tenant, String recordType, UUID record, String key) {}

  @Override
  public void found(String recordType, UUID record, String key) {
    Value value = new Value(tenants.current().id(), recordType, record, key);
    if (told.isDue(value, clock)) {
      trail.seen(
          value.tenant(),
          acting(),
          whereabouts.now(),
          Act.of("UnreadableValue")
              .on(recordType, record)
              .about(recordType.equals("customer") ? record : null)
              .with(
                  JSON.createObjectBuilder()
                      .add("fields", JSON.createArrayBuilder().add(key))
                      .build()
                      .toString()));
    }
  }

  /** Deliveries open values too, and nobody acts there. */
  private Actor acting() {
    try {
      return access.actor();
    } catch (Refused nobody) {
      return Actor.SYSTEM;
    }
  }
}
