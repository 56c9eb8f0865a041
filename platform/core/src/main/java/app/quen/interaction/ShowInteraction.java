package app.quen.interaction;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.interaction.internal.Interactions;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Shows an interaction, also from the trash. */
@ApplicationScoped
public class ShowInteraction {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("interaction:read")
  @InTransaction
  public RecordView show(UUID id) {
    return records.show(Interactions.TYPE, id);
  }
}
