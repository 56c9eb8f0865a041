package app.quen.secret;

import java.util.UUID;

/** Is told of values that cannot be opened. Implemented by who keeps the trail. */
public interface UnreadableValues {

  /** May be told the same again and again, at each reading. */
  void found(String recordType, UUID record, String key);
}
