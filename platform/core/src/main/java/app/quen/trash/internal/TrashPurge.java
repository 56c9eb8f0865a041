package app.quen.trash.internal;

import app.quen.access.Access;
import app.quen.access.Actor;
import app.quen.database.Work;
import app.quen.job.JobContext;
import app.quen.job.JobHandler;
import app.quen.trash.EmptyTrash;
import app.quen.trash.TrashBin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Deletes for good what was in the trash for 30 days. */
@ApplicationScoped
public class TrashPurge implements JobHandler {

  public static final String NAME = "trash-purge";

  @Inject Work work;
  @Inject Access access;
  @Inject Clock clock;
  @Inject @Any Instance<TrashBin> bins;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void run(JobContext job) {
    Instant before = clock.instant().minus(EmptyTrash.KEPT_FOR);
    for (TrashBin bin : bins) {
      while (access.callAs(
          Actor.SYSTEM, Set.of("*"), () -> work.transact(() -> bin.purge(before)))) {
        if (job.stopping()) {
          job.again();
          return;
        }
      }
    }
  }
}
