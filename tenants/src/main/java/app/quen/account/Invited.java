package app.quen.account;

import org.jspecify.annotations.Nullable;

/**
 * An invitation that was just made or renewed.
 *
 * @param token the secret of its link, to be handed over; not stored anywhere, so it is given only
 *     here. Null where the link was mailed: then nobody but the address's owner is to see it
 */
public record Invited(Invitation invitation, @Nullable String token) {

  @Override
  public String toString() {
    return "Invited[" + invitation + "]";
  }
}
