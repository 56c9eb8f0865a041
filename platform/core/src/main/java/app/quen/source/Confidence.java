package app.quen.source;

import java.util.Locale;
import java.util.Optional;

/** How far a workspace trusts what comes from a source. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Confidence> of(String word) {
    for (Confidence confidence : values()) {
      if (confidence.word().equals(word)) {
        return Optional.of(confidence);
      }
    }
    return Optional.empty();
  }
}
