/** Merging and paging of timelines. */
@NullMarked
package app.quen.timeline.internal;

import org.jspecify.annotations.NullMarked;
