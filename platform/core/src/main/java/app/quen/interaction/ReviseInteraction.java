package app.quen.interaction;

import app.quen.access.Permitted;
import app.quen.customer.Source;
import app.quen.database.InTransaction;
import app.quen.interaction.internal.Interactions;
import app.quen.record.RecordView;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.UUID;

/** Changes an interaction. */
@ApplicationScoped
public class ReviseInteraction {

  @Inject Records records;

  /**
   * @param patch a merge patch (RFC 7396)
   * @param expectedVersion that the caller read
   * @throws app.quen.record.RecordConflict if it is not at that version any more
   * @throws app.quen.record.NoSuchRecord if there is none
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("interaction:update")
  @InTransaction
  public RecordView revise(UUID id, JsonObject patch, int expectedVersion, Source source) {
    return records.revise(Interactions.TYPE, id, patch, expectedVersion, source);
  }
}
