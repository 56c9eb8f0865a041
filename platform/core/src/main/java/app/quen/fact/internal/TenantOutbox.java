package app.quen.fact.internal;

import app.quen.access.Access;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** {@link Outbox} in the schema of the tenant that is entered. */
@ApplicationScoped
class TenantOutbox implements Outbox {

  @Inject Tenants tenants;
  @Inject Work work;
  @Inject Access access;
  @Inject Facts facts;
  @Inject Trail trail;
  @Inject Relay relay;

  @Override
  public void record(String type, String recordType, UUID recordId, JsonObject payload) {
    recordAll(type, recordType, List.of(new Entry(recordId, payload.toString())));
  }

  @Override
  public void recordAll(String type, String recordType, Collection<Entry> payloads) {
    if (payloads.isEmpty()) {
      return;
    }
    facts.insert(type, recordType, access.actor(), payloads);
    trail.note(
        payloads.stream()
            .map(
                entry ->
                    Act.of(type)
                        .on(recordType, entry.recordId())
                        .about(Told.customer(recordType, entry))
                        .with(entry.payloadJson()))
            .toList());
    TenantId tenant = tenants.current().id();
    work.afterCommit(() -> relay.wake(tenant));
  }
}
