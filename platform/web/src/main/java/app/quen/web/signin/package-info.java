/**
 * How people prove who they are, beyond the password at the door, and what a workspace asks of
 * them.
 */
@NullMarked
package app.quen.web.signin;

import org.jspecify.annotations.NullMarked;
