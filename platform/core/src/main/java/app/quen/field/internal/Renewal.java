package app.quen.field.internal;

import app.quen.database.Work;
import app.quen.field.Field;
import app.quen.field.MarkedElsewhere;
import app.quen.field.RenewalState;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import app.quen.secret.Renewing;
import app.quen.secret.SecretFields;
import app.quen.secret.Unreadable;
import app.quen.secret.Vault;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Goes through all records, type after type, and has their sensitive values, marks and claims
 * renewed some at a time: what is done and how far it is are committed together, so that after a
 * crash the work goes on where it was.
 */
@ApplicationScoped
public class Renewal implements JobHandler {

  private static final String NAME = "renew-secrets";

  /** So short that a writer who waits for one of the records does not notice. */
  private static final int AT_ONCE = 100;

  /** Longer than any transaction that orders a job. */
  private static final Duration NET_AFTER = Duration.ofMinutes(2);

  @Inject Work work;
  @Inject Jobs jobs;
  @Inject Tenants tenants;
  @Inject Clock clock;
  @Inject Renewing renewing;
  @Inject RenewalRow row;
  @Inject Fence fence;
  @Inject ValueRows rows;
  @Inject FieldTable table;
  @Inject SecretFields secrets;
  @Inject Vault vault;
  @Inject UniqueValues uniqueValues;
  @Inject ToldValues told;
  @Inject @Any Instance<MarkedElsewhere> elsewhere;

  public RenewalState order() {
    boolean running = renewing.state().running();
    Renewing.State begun = renewing.begin();
    TenantId tenant = tenants.current().id();
    if (!running) {
      row.begin(
          clock.instant(), Arrays.stream(RecordTable.values()).mapToLong(rows::estimate).sum());
    }
    String id = NAME + " " + begun.version();
    jobs.enqueue(tenant, NAME, id + " net", "", clock.instant().plus(NET_AFTER));
    work.afterCommit(() -> jobs.enqueue(tenant, NAME, id, ""));
    return row.state(begun);
  }

  public RenewalState state() {
    return row.state(renewing.state());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(JobContext job) {
    if (work.transact(() -> renewing.state().running())) {
      if (work.transact(row::fresh)) {
        // who began with the keys before has committed after this
        passAll();
      }
      while (work.transact(this::piece)) {
        if (job.stopping()) {
          job.again();
          return;
        }
      }
      while (work.transact(renewing::sweep)) {
        if (job.stopping()) {
          job.again();
          return;
        }
      }
      work.transact(
          () -> {
            renewing.end();
            row.end(clock.instant());
          });
    }
    // who began when both keys claimed has committed after this
    passAll();
    while (work.transact(this::sweepClaims)) {
      if (job.stopping()) {
        job.again();
        return;
      }
    }
    renewing.destroyOld();
  }

  private void passAll() {
    for (RecordTable type : RecordTable.values()) {
      fence.pass(type.recordType());
    }
  }

  /** Those of the key before that writers took as long as it was asked for. */
  private boolean sweepClaims() {
    boolean more = false;
    for (RecordTable type : RecordTable.values()) {
      more |= uniqueValues.sweep(unique(type.recordType()).keySet());
    }
    return more;
  }

  private Map<Integer, Field> unique(String recordType) {
    Map<Integer, Field> unique = new HashMap<>();
    for (FieldTable.Row field : table.all(recordType)) {
      if (field.field().secret() && field.field().handling().unique()) {
        unique.put(field.id(), field.field());
      }
    }
    return unique;
  }

  /** Whether there is more to do. */
  private boolean piece() {
    RenewalRow.Progress at = row.lock();
    if (at.type() >= RecordTable.values().length) {
      return false;
    }
    RecordTable record = RecordTable.values()[at.type()];
    List<UUID> ids =
        secrets.of(record.recordType()).isEmpty()
            ? List.of()
            : rows.next(record, at.after(), AT_ONCE);
    long unreadable = ids.isEmpty() ? 0 : renew(record, rows.read(record, ids, true));
    row.come(ids.size() < AT_ONCE ? at.nextType(ids.size(), unreadable) : at.to(ids, unreadable));
    return true;
  }

  private long renew(RecordTable record, Map<UUID, JsonObject> stored) {
    String type = record.recordType();
    Set<String> marked =
        table.all(type).stream()
            .map(FieldTable.Row::field)
            .filter(Field::marked)
            .map(Field::key)
            .collect(Collectors.toSet());
    // as long as both keys are there
    elsewhere.forEach(one -> one.renew(type, stored.keySet()));
    Map<UUID, JsonObject> opened = vault.open(type, stored);
    uniqueValues.renew(type, unique(type), opened);
    rows.write(record, vault.renew(type, marked, stored));
    told.turn(
        type, stored.keySet(), Vault.SEALED, (id, key, value) -> vault.renew(type, id, key, value));
    return opened.values().stream()
        .flatMap(values -> values.values().stream())
        .filter(Unreadable::is)
        .count();
  }
}
