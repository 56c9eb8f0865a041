/**
 * Work that outlives the request which asked for it. A job belongs to a tenant, always; it survives
 * a crash and is run again.
 */
@NullMarked
package app.quen.job;

import org.jspecify.annotations.NullMarked;
