/** The scheduler behind jobs, on a table of the control schema. */
@NullMarked
package app.quen.job.internal;

import org.jspecify.annotations.NullMarked;
