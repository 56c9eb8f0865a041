package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Notes;
import app.quen.bulk.internal.Runs;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a run left alone, and why: customers of an edit, kept values of an undoing. */
@ApplicationScoped
public class ListNotes {

  @Inject Runs runs;
  @Inject Notes notes;

  /**
   * @throws NoSuchRun if this workspace has none with this id
   */
  @Permitted("customer:update")
  @InTransaction
  public NotePage list(UUID id, @Nullable String cursor, int limit) {
    runs.show(id);
    return notes.page(id, cursor, Math.clamp(limit, 1, 200));
  }
}
