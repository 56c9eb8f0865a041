package app.quen.account;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody was asked into a workspace and has not come yet.
 *
 * @param email in normal form; only an account with this address comes in by it
 * @param mailed whether its link went to the address itself, so that who has it proves to be the
 *     address's owner; else it was handed to who invites
 * @param invitedBy the name of the member who asked
 */
public record Invitation(
    UUID id,
    String email,
    String role,
    boolean mailed,
    String invitedBy,
    Instant createdAt,
    Instant expiresAt) {

  public boolean expired(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
