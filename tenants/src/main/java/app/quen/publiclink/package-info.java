/**
 * Links that let somebody without an account do one thing in one workspace. Only the hash of a
 * token is stored; what the link is for belongs to those who issue it.
 */
@NullMarked
package app.quen.publiclink;

import org.jspecify.annotations.NullMarked;
