package app.quen.fact;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.UUID;

/**
 * Takes facts in the transaction of the change that they tell. Needs an open unit of work and
 * somebody acting. Change the record first and tell the fact then: the lock on the record is what
 * puts the facts of one record in order.
 */
public interface Outbox {

  /** Writes one fact, of the acting subject, now; the relay is woken after commit. */
  void record(String type, String recordType, UUID recordId, JsonObject payload);

  /**
   * Writes many facts of one type at once, for imports.
   *
   * @param payloads each one's record id and its payload as JSON text
   */
  void recordAll(String type, String recordType, Collection<Entry> payloads);

  /** One fact of a batch. */
  record Entry(UUID recordId, String payloadJson) {}
}
