/** Orders over HTTP. */
@NullMarked
package app.quen.web.order;

import org.jspecify.annotations.NullMarked;
