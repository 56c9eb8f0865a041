package app.quen.interaction;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.interaction.internal.Interactions;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** Takes an interaction back out of the trash. */
@ApplicationScoped
public class RestoreInteraction {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("interaction:delete")
  @InTransaction
  public RecordView restore(UUID id, Source source) {
    return records.restore(Interactions.TYPE, id, source);
  }
}
