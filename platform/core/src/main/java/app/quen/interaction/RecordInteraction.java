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

/** Writes down a contact with a customer. */
@ApplicationScoped
public class RecordInteraction {

  @Inject Records records;

  /**
   * @throws app.quen.field.Invalid with all that does not fit
   */
  @Permitted("interaction:create")
  @InTransaction
  public RecordView record(JsonObject written, Source source) {
    return records.create(Interactions.TYPE, written, source);
  }
}
