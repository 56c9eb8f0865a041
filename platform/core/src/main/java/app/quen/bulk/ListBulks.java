package app.quen.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.internal.Runs;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bulk edits and undoings that were begun, the last first; for as long as they can be undone. */
@ApplicationScoped
public class ListBulks {

  @Inject Runs runs;

  /**
   * At most fifty.
   *
   * @param of only the undoings of this run or import, whoever began them; absent: what who is
   *     acting has begun
   */
  @Permitted("customer:update")
  @InTransaction
  public List<BulkView> list(@Nullable UUID of) {
    return of == null ? runs.own() : runs.undoingsOf(of);
  }
}
