/** The table of links and what one must be like. */
@NullMarked
package app.quen.link.internal;

import org.jspecify.annotations.NullMarked;
