/** A customer's profile over HTTP: its timeline and its summary. */
@NullMarked
package app.quen.web.timeline;

import org.jspecify.annotations.NullMarked;
