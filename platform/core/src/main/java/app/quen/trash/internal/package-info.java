/** The job that empties the trash. */
@NullMarked
package app.quen.trash.internal;

import org.jspecify.annotations.NullMarked;
