package app.quen.interaction;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.field.SensitiveReads;
import app.quen.interaction.internal.Interactions;
import app.quen.record.RecordPage;
import app.quen.record.RecordQuery;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A page of interactions. */
@ApplicationScoped
public class ListInteractions {

  @Inject SensitiveReads sensitive;
  @Inject Records records;

  /**
   * @param cursor from the page before, of the same query
   * @param limit 1 to 200
   * @throws app.quen.field.Invalid if a filter, the sort or the cursor does not fit
   */
  @Permitted("interaction:read")
  @InTransaction
  public RecordPage list(RecordQuery query, @Nullable String cursor, int limit) {
    RecordPage page = records.list(Interactions.TYPE, query, cursor, limit);
    sensitive.noteList(Interactions.TYPE.name(), page.fields());
    return page;
  }
}
