/** Derives origins from the history's rows. */
@NullMarked
package app.quen.provenance.internal;

import org.jspecify.annotations.NullMarked;
