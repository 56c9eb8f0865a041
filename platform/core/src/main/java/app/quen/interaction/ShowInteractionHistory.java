package app.quen.interaction;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.interaction.internal.Interactions;
import app.quen.record.RecordChange;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What changed in an interaction after it was made, newest first. */
@ApplicationScoped
public class ShowInteractionHistory {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("interaction:read")
  @InTransaction
  public List<RecordChange> show(UUID id) {
    return records.history(Interactions.TYPE, id);
  }
}
