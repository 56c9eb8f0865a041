package app.quen.account;

import java.util.UUID;

/**
 * One person's identity for signing in; may be a member of several workspaces.
 *
 * @param email in normal form: trimmed, lower case
 * @param language {@code vi} or {@code en}
 */
public record Account(UUID id, String name, String email, String language) {}
