/** SMTP, as much of it as a letter needs. */
@NullMarked
package app.quen.mail.internal;

import org.jspecify.annotations.NullMarked;
