/** One request from its first byte to its last: its id, who asks and in which language. */
@NullMarked
package app.quen.web.request;

import org.jspecify.annotations.NullMarked;
