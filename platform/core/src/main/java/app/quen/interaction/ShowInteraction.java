package app.quen.interaction;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.FieldUse;
import app.quen.field.SensitiveReads;
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
  @Inject FieldUse use;
  @Inject SensitiveReads sensitive;

  /**
   * @throws app.quen.record.NoSuchRecord if there is none
   */
  @Permitted("interaction:read")
  @InTransaction
  public RecordView show(UUID id) {
    RecordView record = records.show(Interactions.TYPE, id);
    use.note(
        Interactions.TYPE.name(),
        record.json().getJsonObject("fields").keySet(),
        FieldUse.Way.READ);
    sensitive.note(
        Interactions.TYPE.name(), id, record.customerId(), record.json().getJsonObject("fields"));
    return record;
  }
}
