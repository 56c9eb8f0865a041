package app.quen.attachment.internal;

import app.quen.access.WithoutSight;
import app.quen.database.Work;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.job.Jobs;
import app.quen.tenant.Tenants;
import app.quen.trash.OfRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Deletes contents that no record has any more, and the attachments of records that are gone. */
@WithoutSight(because = "it deletes what no record has any more, and shows nothing")
@ApplicationScoped
public class ContentSweep implements JobHandler, OfRecords {

  /** Longer than the transaction that lets go of it. */
  private static final int AFTER_SECONDS = 120;

  private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);

  @Inject Work work;
  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Clock clock;
  @Inject StoredContent contents;

  void watch(String digest) {
    jobs.enqueue(
        tenants.current().id(), name(), digest, digest, clock.instant().plusSeconds(AFTER_SECONDS));
  }

  void watchPart(String part) {
    jobs.enqueue(tenants.current().id(), name(), part, part, clock.instant().plus(LONGEST_UPLOAD));
  }

  @Override
  public String name() {
    return "attachment-sweep";
  }

  @Override
  public void run(JobContext job) {
    sweep(job.data());
  }

  /** Deletes the content unless a record has it, or what was left of one that never came whole. */
  public void sweep(String digest) {
    if (StoredContent.isPart(digest)) {
      contents.deletePart(digest);
      return;
    }
    work.transact(
        () -> {
          // locks the gap too: whoever brings this content again waits until the file is gone
          boolean wanted =
              work.sql()
                  .createQuery("SELECT id FROM attachment WHERE content = :digest FOR UPDATE")
                  .bind("digest", digest)
                  .mapTo(UUID.class)
                  .findFirst()
                  .isPresent();
          if (!wanted) {
            contents.delete(contents.path(digest));
          }
        });
  }

  @Override
  public void purge(String recordType, Collection<UUID> records) {
    List<UUID> ids = List.copyOf(records);
    work.sql()
        .createQuery(
            "SELECT DISTINCT content FROM attachment WHERE record_type = :record"
                + " AND record_id IN (<ids>)")
        .bind("record", recordType)
        .bindList("ids", ids)
        .mapTo(String.class)
        .list()
        .forEach(this::watch);
    work.sql()
        .createUpdate("DELETE FROM attachment WHERE record_type = :record AND record_id IN (<ids>)")
        .bind("record", recordType)
        .bindList("ids", ids)
        .execute();
  }
}
