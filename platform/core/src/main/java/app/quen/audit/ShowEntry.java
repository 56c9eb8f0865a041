package app.quen.audit;

import app.quen.access.Permitted;
import app.quen.audit.internal.Entries;
import app.quen.audit.internal.SeenEntries;
import app.quen.database.InTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** One line of the trail. */
@ApplicationScoped
public class ShowEntry {

  @Inject Entries entries;
  @Inject SeenEntries seen;

  /**
   * Of its values what who is acting sees of the record.
   *
   * @throws NoSuchEntry if the trail has none of this number
   */
  @Permitted("audit:read")
  @InTransaction
  public AuditEntry show(long sequence) {
    return seen.of(entries.after(sequence - 1, 1)).stream()
        .filter(entry -> entry.sequence() == sequence)
        .findFirst()
        .orElseThrow(() -> new NoSuchEntry(sequence));
  }
}
