package app.quen.access;

import java.util.Locale;
import java.util.Optional;

/** What somebody may do with a field. Each one allows what those before it allow. */
public enum FieldAccess {
  /** As if the field were empty. */
  HIDDEN,
  /** Enough to recognise a value by, e.g. {@code 090•••••12}, and never enough to use it. */
  MASKED,
  READ,
  WRITE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<FieldAccess> of(String word) {
    for (FieldAccess access : values()) {
      if (access.word().equals(word)) {
        return Optional.of(access);
      }
    }
    return Optional.empty();
  }
}
