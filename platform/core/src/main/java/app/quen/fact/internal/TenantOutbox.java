package app.quen.fact.internal;

import app.quen.access.Access;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.database.Work;
import app.quen.fact.Outbox;
import app.quen.secret.SecretFields;
import app.quen.secret.Vault;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
  @Inject Vault vault;
  @Inject SecretFields secrets;

  @Override
  public void record(String type, String recordType, UUID recordId, JsonObject payload) {
    recordAll(type, recordType, List.of(new Entry(recordId, payload.toString())));
  }

  @Override
  public void recordAll(String type, String recordType, Collection<Entry> plain) {
    if (plain.isEmpty()) {
      return;
    }
    Collection<Entry> payloads = sealed(recordType, plain);
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

  /** From here on everybody who keeps a fact keeps its sensitive values encrypted. */
  private Collection<Entry> sealed(String recordType, Collection<Entry> plain) {
    Set<String> sensitive = secrets.of(recordType);
    if (sensitive.isEmpty()) {
      return plain;
    }
    return plain.stream()
        .map(
            entry ->
                new Entry(
                    entry.recordId(),
                    vault
                        .sealChanges(
                            recordType,
                            entry.recordId(),
                            Told.customer(recordType, entry),
                            sensitive,
                            new LazyJson(entry.payloadJson()))
                        .toString()))
        .toList();
  }
}
