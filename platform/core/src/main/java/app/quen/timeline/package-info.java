/**
 * All that happened with one customer, merged from the components that know of it, and what of it
 * matters at a glance. It knows none of them: each brings a {@link
 * app.quen.timeline.TimelineSource} or a {@link app.quen.timeline.SummaryPart}.
 */
@NullMarked
package app.quen.timeline;

import org.jspecify.annotations.NullMarked;
