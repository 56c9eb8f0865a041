package app.quen.secret;

import app.quen.key.NoKey;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Seals values and opens them. A sealed value is a JSON object with nothing but the member {@value
 * #SEALED}, which no field's own value can be; so what is stored may be plain and sealed side by
 * side, while a field changes from the one to the other. All needs an open unit of work.
 *
 * <p>A value is sealed with the data key of its customer. When that is destroyed, the value is gone
 * wherever a copy of it lies, and is left out where it is asked for.
 */
public interface Vault {

  String SEALED = "sealed";

  /**
   * Seals some of the values for storing, and keeps their marks. What has not changed keeps its
   * ciphertext.
   *
   * @param keys of the fields to be sealed
   * @param marked of those among them that are found by their values
   * @return for each the values to be stored, in the same order
   * @throws NoKey if there is no key to seal with
   */
  List<JsonObject> seal(
      String recordType, Set<String> keys, Set<String> marked, List<Sealing> sealings);

  /**
   * Opens what is sealed of records' values. In place of one that is not where it was sealed for
   * stands {@link Unreadable#VALUE}, and {@link UnreadableValues} is told.
   *
   * @param stored by the record's id
   * @throws NoKey if the keys of the workspace cannot be had
   */
  Map<UUID, JsonObject> open(String recordType, Map<UUID, JsonObject> stored);

  default JsonObject open(String recordType, UUID record, JsonObject stored) {
    return open(recordType, Map.of(record, stored)).getOrDefault(record, stored);
  }

  /**
   * Seals the sensitive ones among changes, which are {@code [{field, before, after}]} and the
   * member {@code changes} of the payload.
   *
   * @param customer whose the record is; null if it is nobody's
   */
  JsonObject sealChanges(
      String recordType,
      UUID record,
      @Nullable UUID customer,
      Set<String> keys,
      JsonObject payload);

  /** Opens what {@link #sealChanges} sealed, of many records. */
  List<JsonObject> openChanges(String recordType, List<Told> told);

  default JsonObject openChanges(String recordType, UUID record, JsonObject payload) {
    return openChanges(recordType, List.of(new Told(record, payload))).getFirst();
  }

  /** A payload with changes of a record. */
  record Told(UUID record, JsonObject payload) {}

  /** One value for somewhere else than its record: the trail, what a run found and left. */
  JsonValue seal(
      String recordType, UUID record, @Nullable UUID customer, String key, JsonValue value);

  /**
   * JSON null where the value is erased, {@link Unreadable#VALUE} where it was changed; what is not
   * sealed stays as it is.
   */
  JsonValue open(String recordType, UUID record, String key, JsonValue stored);

  /**
   * A whole text that may hold sensitive values, where the workspace has sensitive fields at all.
   * It is under no customer's key, so it is for what is kept for a short time.
   *
   * @param place where it is stored, which it is bound to
   */
  String sealText(String place, String text);

  /**
   * What is not sealed stays as it is.
   *
   * @throws Tampered if it is not where it was sealed for
   */
  String openText(String place, String stored);

  /** The same for a row of a list: one that cannot be opened must not take the others along. */
  String openText(String place, String stored, String instead);

  /**
   * Equal values of a field have equal marks; case makes no difference.
   *
   * @return by the newest key; while it takes over, also by the one before
   */
  List<Mark> marks(String recordType, String key, JsonValue value);

  /**
   * @param generation of the key that made it
   */
  record Mark(int generation, byte[] value) {}

  /**
   * Encrypts values anew that are not under the newest keys, and marks all anew by the newest.
   *
   * @param marked the fields that are found by their values
   * @param stored all values of some records, which are locked
   * @return the records that are to be written
   */
  Map<UUID, JsonObject> renew(String recordType, Set<String> marked, Map<UUID, JsonObject> stored);

  /** The same of one value that lies elsewhere. */
  JsonValue renew(String recordType, UUID record, String key, JsonValue stored);

  /** Destroys the keys of customers: what was sealed with them can be opened by nobody any more. */
  void erase(Collection<UUID> customers);

  /** Forgets the marks of a field's values, by record. */
  void unmark(String recordType, String key, Map<UUID, JsonValue> values);

  /** Forgets the marks of records that are gone. */
  void unmark(Collection<UUID> records);
}
