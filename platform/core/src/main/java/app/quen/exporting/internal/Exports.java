package app.quen.exporting.internal;

import app.quen.access.Access;
import app.quen.database.Work;
import app.quen.exporting.CustomerFile;
import app.quen.exporting.ExportView;
import app.quen.exporting.NoSuchExport;
import app.quen.exporting.StartExport.Plan;
import app.quen.exporting.internal.ExportRows.Row;
import app.quen.job.Jobs;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What people do to exports. Each sees only what they asked for: a file holds what they may see.
 */
@ApplicationScoped
public class Exports {

  static final Duration KEPT_FOR = Duration.ofHours(24);

  private static final int LISTED = 50;

  @Inject Work work;
  @Inject Access access;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Clock clock;
  @Inject ExportRows rows;
  @Inject ExportedFiles files;
  @Inject PlannedFiles planned;
  @Inject FileSights sights;

  public ExportView start(Plan plan) {
    // what cannot be meant is said now, and not by a job that fails
    planned.file(plan);
    planned.tryOut(plan);
    UUID id = UuidCreator.getTimeOrderedEpoch();
    Instant now = clock.instant();
    TenantId tenant = tenants.current().id();
    String data = id + " " + now.toEpochMilli();
    // asked for before there is anything, so that no crash forgets the job or leaves a file behind
    jobs.enqueue(tenant, ExportExpiry.NAME, id.toString(), id.toString(), now.plus(KEPT_FOR));
    jobs.enqueue(tenant, ExportJob.NAME, id.toString(), data, now.plusSeconds(1));
    rows.add(id, plan, access.actor(), now);
    return show(id);
  }

  public ExportView show(UUID id) {
    return own(id).view();
  }

  public List<ExportView> list() {
    return rows.newest(access.actor(), LISTED).stream().map(Row::view).toList();
  }

  public ExportView cancel(UUID id) {
    Row row = own(id);
    boolean ended =
        rows.end(id, "running", "cancelled", null, clock.instant())
            || rows.end(id, "completed", "expired", null, clock.instant());
    if (ended || !row.is("running")) {
      work.afterCommit(() -> files.delete(id));
    }
    return show(id);
  }

  public CustomerFile open(UUID id) {
    Row row =
        work.transact(
            () -> {
              Row found = own(id);
              sights.requireStill(found);
              return found;
            });
    Path file = files.path(id);
    if (!row.is("completed") || !Files.exists(file)) {
      throw new NoSuchExport(id);
    }
    return new CustomerFile(
        Objects.requireNonNull(row.view().fileName()),
        Objects.requireNonNull(row.mediaType()),
        out -> {
          try {
            Files.copy(file, out);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Row own(UUID id) {
    return rows.find(id, access.actor()).orElseThrow(() -> new NoSuchExport(id));
  }
}
