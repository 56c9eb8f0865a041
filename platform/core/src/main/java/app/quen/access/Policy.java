package app.quen.access;

import java.util.Set;
import java.util.UUID;

/**
 * The one place that says what somebody sees: it turns who is acting into a condition on rows and
 * an access to each field. Every list, page, search, count, history, file and answer of a program
 * reads through it; {@link WithoutSight} marks what has another reason.
 */
public interface Policy {

  /**
   * What who is acting sees of a type of record, in the workspace that is entered. What it rests on
   * is read once for each block of {@link Access#callAs} and again after some seconds, so that long
   * work notices when a role changes.
   *
   * @param recordType e.g. {@code customer}
   * @throws Refused if nobody is acting
   */
  Sight of(String recordType);

  /** What a member of the workspace that is entered would see; nothing if they are none. */
  Sight of(String recordType, UUID member);

  /** The fields by which a record of the type is known: who sees the record sees them. */
  Set<String> open(String recordType);
}
