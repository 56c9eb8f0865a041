package app.quen.customer;

import app.quen.access.Permitted;
import app.quen.customer.internal.Bulk;
import app.quen.database.InTransaction;
import app.quen.field.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back, part by part, what an import or a bulk edit did. */
@ApplicationScoped
public class UndoChanges {

  @Inject Bulk bulk;

  /**
   * Customers and other records that the run made go to the trash, values that it changed become
   * what they were; unless they are not as the run left them.
   *
   * @param run of less than 30 days ago
   * @param after the last customer of the part before
   */
  @Permitted("customer:update")
  @InTransaction
  public Undone undo(UUID run, @Nullable UUID after, int limit, Source source) {
    return bulk.undo(run, after, limit, source);
  }

  /**
   * A part that is done.
   *
   * @param seen how many records were looked at
   * @param restored customers of which values went back
   * @param trashed records that the run had made
   * @param last record that was looked at; null if there was none left
   */
  public record Undone(int seen, int restored, int trashed, List<Kept> kept, @Nullable UUID last) {}

  /**
   * What stays as it is.
   *
   * @param record {@code customer}, or the kind of record that it is
   * @param field {@code *} for the whole record
   */
  public record Kept(String record, UUID id, String name, String field, Problem reason) {

    /** Of a customer. */
    public Kept(CustomerId id, String name, String field, Problem reason) {
      this("customer", id.value(), name, field, reason);
    }
  }
}
