package app.quen.trash;

import app.quen.access.Unrestricted;
import app.quen.job.Jobs;
import app.quen.tenant.Tenants;
import app.quen.trash.internal.TrashPurge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Sees to it that what comes into the trash now is gone when its time is over. */
@ApplicationScoped
public class EmptyTrash {

  public static final Duration KEPT_FOR = Duration.ofDays(30);

  @Inject Tenants tenants;
  @Inject Jobs jobs;
  @Inject Clock clock;

  /**
   * There is one job for all that comes into the trash of a workspace on a day. To be asked for
   * before anything is in it, so that no crash leaves a record there for ever.
   */
  @Unrestricted(because = "whoever may put a record into the trash starts its time there")
  public void emptyLater() {
    LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    Instant due = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT_FOR);
    jobs.enqueue(tenants.current().id(), TrashPurge.NAME, day.toString(), day.toString(), due);
  }
}
