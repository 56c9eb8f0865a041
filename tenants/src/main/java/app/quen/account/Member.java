package app.quen.account;

import java.util.UUID;

/**
 * An account inside a workspace.
 *
 * @param id the account's id
 */
public record Member(UUID id, String name, String email, String role) {}
