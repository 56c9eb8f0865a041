/** What could not be delivered to a listener, over HTTP. */
@NullMarked
package app.quen.web.fact;

import org.jspecify.annotations.NullMarked;
