package app.quen.interaction;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.interaction.internal.Interactions;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Empties the trash of interactions that have been there long enough; nothing brings them back. */
@ApplicationScoped
public class PurgeInteractions {

  @Inject Records records;

  /**
   * @param before what was trashed earlier than this goes
   * @param most how many at once
   * @return those that are gone; fewer than {@code most} when there are no more
   */
  @Permitted("interaction:delete")
  @InTransaction
  public List<UUID> purge(Instant before, int most) {
    return records.purge(Interactions.TYPE, before, most);
  }
}
