package app.quen.consent;

import java.util.UUID;

/** The identity of a purpose inside its workspace. */
public record PurposeId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
