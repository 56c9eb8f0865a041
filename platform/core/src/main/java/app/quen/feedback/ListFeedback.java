package app.quen.feedback;

import app.quen.access.Permitted;
import app.quen.database.InTransaction;
import app.quen.feedback.internal.Feedbacks;
import app.quen.field.SensitiveReads;
import app.quen.record.RecordPage;
import app.quen.record.RecordQuery;
import app.quen.record.Records;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** A page of feedback. */
@ApplicationScoped
public class ListFeedback {

  @Inject SensitiveReads sensitive;
  @Inject Records records;

  /**
   * @param cursor from the page before, of the same query
   * @param limit 1 to 200
   * @throws app.quen.field.Invalid if a filter, the sort or the cursor does not fit
   */
  @Permitted("feedback:read")
  @InTransaction
  public RecordPage list(RecordQuery query, @Nullable String cursor, int limit) {
    RecordPage page = records.list(Feedbacks.TYPE, query, cursor, limit);
    sensitive.noteList(Feedbacks.TYPE.name(), page.fields());
    return page;
  }
}
