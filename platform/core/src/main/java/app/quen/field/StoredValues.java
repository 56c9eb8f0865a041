package app.quen.field;

import app.quen.secret.Sealing;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What only the database knows of values: whether another record has them already, and whether what
 * they refer to is there. Needs an open unit of work, in which the records are written.
 */
public interface StoredValues {

  /**
   * Takes the values for the records, last of all before these are written.
   *
   * @param catalogue from {@link Fields#forWriting}
   * @return what is against each claim; those with nothing against them hold their values when the
   *     unit of work commits, the others hold what they held
   */
  List<List<Problem>> claim(String recordType, Catalogue catalogue, List<Claim> claims);

  /** Says what {@link #claim} would, and takes nothing. */
  List<List<Problem>> look(String recordType, Catalogue catalogue, List<Claim> claims);

  /**
   * What of the stored values people see here, opened, by record.
   *
   * @param stored by record, as stored
   */
  Map<UUID, JsonObject> visible(
      String recordType, Catalogue catalogue, Map<UUID, JsonObject> stored);

  /**
   * What is to be stored, in the same order: the values as they are to be, sensitive ones
   * encrypted, and of what was stored all that nobody sees.
   *
   * @param catalogue from {@link Fields#forWriting}
   */
  List<JsonObject> kept(String recordType, Catalogue catalogue, List<Sealing> values);

  /** The records are gone for ever: others may have their values. */
  void release(Collection<UUID> records);

  /**
   * @param before the values of its fields as they were; empty for a new record
   * @param after as they are to be, in normal form
   */
  record Claim(UUID record, JsonObject before, JsonObject after) {}
}
