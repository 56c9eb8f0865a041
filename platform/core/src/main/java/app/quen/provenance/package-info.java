/**
 * Where each value of a customer comes from: source, time, who, and how far it is trusted; and what
 * stood there before. Read from the history, so that nothing has to be written for it.
 */
@NullMarked
package app.quen.provenance;

import org.jspecify.annotations.NullMarked;
