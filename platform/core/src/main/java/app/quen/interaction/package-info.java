/** Contacts between staff and customer: calls, visits, messages, notes. */
@NullMarked
package app.quen.interaction;

import org.jspecify.annotations.NullMarked;
