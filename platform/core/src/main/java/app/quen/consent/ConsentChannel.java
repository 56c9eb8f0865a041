package app.quen.consent;

import java.util.Locale;
import java.util.Optional;

/** A way to reach a customer that needs a consent. */
public enum ConsentChannel {
  EMAIL,
  SMS,
  /** Zalo Notification Service. */
  ZNS,
  /** A call. */
  PHONE;

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ConsentChannel> of(String word) {
    for (ConsentChannel channel : values()) {
      if (channel.word().equals(word)) {
        return Optional.of(channel);
      }
    }
    return Optional.empty();
  }
}
