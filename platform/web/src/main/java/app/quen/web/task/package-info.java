/** Tasks over HTTP. */
@NullMarked
package app.quen.web.task;

import org.jspecify.annotations.NullMarked;
