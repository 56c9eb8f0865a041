package app.quen.record;

import app.quen.customer.CustomerId;
import app.quen.customer.Source;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The records of the workspace that is entered, in the open unit of work. Use cases say who may
 * call what. Whoever writes holds the customer's row until the transaction ends: that keeps the
 * facts of one customer in order.
 */
public interface Records {

  /** The most that a page or a batch holds. */
  int MOST = 200;

  /**
   * @throws app.quen.field.Invalid with all that does not fit
   */
  RecordView create(RecordType type, JsonObject written, Source source);

  /** The outcome at i is of the one at i; one that does not fit stops none of the others. */
  List<RecordOutcome> createMany(RecordType type, List<JsonObject> written, Source source);

  /** Says what {@link #createMany} would refuse, and writes nothing. */
  List<RecordOutcome> check(RecordType type, List<JsonObject> written);

  /**
   * Shows it, also from the trash.
   *
   * @throws NoSuchRecord if there is none
   */
  RecordView show(RecordType type, UUID id);

  /** Those of the ids that exist, in the order of the ids. */
  List<RecordView> show(RecordType type, Collection<UUID> ids);

  /**
   * Those of the ids that exist and belong to this customer, in the order of the ids.
   *
   * @param seen in this transaction, by who is acting: they are not asked for again
   */
  List<RecordView> show(RecordType type, CustomerId seen, Collection<UUID> ids);

  /**
   * @param patch a merge patch (RFC 7396)
   * @throws RecordConflict if it is not at the expected version
   * @throws NoSuchRecord if there is none
   * @throws app.quen.field.Invalid with all that does not fit, or if it is in the trash
   */
  RecordView revise(RecordType type, UUID id, JsonObject patch, int expectedVersion, Source source);

  /** What is in the trash already stays as it is. */
  RecordView trash(RecordType type, UUID id, Source source);

  /** What is not in the trash stays as it is. */
  RecordView restore(RecordType type, UUID id, Source source);

  /**
   * @param cursor from the page before, of the same query
   * @throws app.quen.field.Invalid if a filter, the sort or the cursor does not fit
   */
  RecordPage list(RecordType type, RecordQuery query, @Nullable String cursor, int limit);

  /** Changes after a record was made, newest first, at most 200. */
  List<RecordChange> history(RecordType type, UUID id);
}
