/** The table of roll-ups and the statements that compute it. */
@NullMarked
package app.quen.rollup.internal;

import org.jspecify.annotations.NullMarked;
