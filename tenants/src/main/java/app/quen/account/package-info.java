/**
 * Who may come in: accounts, their workspaces, sessions and API keys. Each class is one use case;
 * what a role permits is decided by the caller, not here.
 */
@NullMarked
package app.quen.account;

import org.jspecify.annotations.NullMarked;
