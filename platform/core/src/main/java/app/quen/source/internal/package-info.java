/** The table of sources and what one must be like. */
@NullMarked
package app.quen.source.internal;

import org.jspecify.annotations.NullMarked;
