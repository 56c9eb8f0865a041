package app.quen.source;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** By which way data comes in. Each workspace has one source of each kind from the start. */
public enum SourceKind {
  /** Typed in by a member. */
  MANUAL(1),
  /** Sent by people without an account, through a hosted form. */
  FORM(2),
  IMPORT(3),
  API(4),
  PLUGIN(5);

  private final UUID standard;

  SourceKind(int number) {
    // as the migration wrote them: the same in every workspace
    standard = new UUID(0x7000L, 0x8000000000000000L + number);
  }

  /** The source of what names none; it is always active. */
  public UUID standard() {
    return standard;
  }

  /** As the API writes it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<SourceKind> of(String word) {
    for (SourceKind kind : values()) {
      if (kind.word().equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
