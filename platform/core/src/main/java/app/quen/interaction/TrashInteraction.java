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

/** Puts an interaction into the trash, from where it can be restored for a while. */
@ApplicationScoped
public class TrashInteraction {

  @Inject Records records;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("interaction:delete")
  @InTransaction
  public RecordView trash(UUID id, Source source) {
    return records.trash(Interactions.TYPE, id, source);
  }
}
