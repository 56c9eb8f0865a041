/** Tests of how letters are given to a server. */
@NullMarked
package app.quen.mail.internal;

import org.jspecify.annotations.NullMarked;
