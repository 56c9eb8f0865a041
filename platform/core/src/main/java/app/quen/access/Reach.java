package app.quen.access;

import java.util.Locale;
import java.util.Optional;

/** Whose records of a type somebody sees. Each one holds what those before it hold. */
public enum Reach {
  NONE,
  /** Those that are theirs. */
  OWN,
  /** Those of the people of their teams. */
  TEAM,
  /** Those of the people of their teams and of the teams below. */
  TEAM_BELOW,
  /** Also what is nobody's. */
  ALL;

  /** As the API writes it, e.g. {@code team-below}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Reach> of(String word) {
    for (Reach reach : values()) {
      if (reach.word().equals(word)) {
        return Optional.of(reach);
      }
    }
    return Optional.empty();
  }
}
