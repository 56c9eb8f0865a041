/** Links between customers over HTTP. */
@NullMarked
package app.quen.web.link;

import org.jspecify.annotations.NullMarked;
