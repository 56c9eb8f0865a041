/** The table of histories and the listener that fills it from facts. */
@NullMarked
package app.quen.history.internal;

import org.jspecify.annotations.NullMarked;
