package app.quen.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something: shown in histories and written into facts.
 *
 * @param id the account, API key or other id; null where the kind says it all
 * @param name as people know it, at the time of the act
 */
public record Actor(Kind kind, @Nullable UUID id, String name) {

  public static final Actor SYSTEM = new Actor(Kind.SYSTEM, null, "Quen");

  public enum Kind {
    MEMBER,
    API_KEY,
    PLUGIN,
    OPERATOR,
    SYSTEM
  }
}
