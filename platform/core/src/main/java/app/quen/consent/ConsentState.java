package app.quen.consent;

import java.util.Locale;
import java.util.Optional;

/** What a customer said. That a customer said nothing is no state: it is the absence of one. */
public enum ConsentState {
  GRANTED,
  REFUSED,
  WITHDRAWN;

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ConsentState> of(String word) {
    for (ConsentState state : values()) {
      if (state.word().equals(word)) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }
}
