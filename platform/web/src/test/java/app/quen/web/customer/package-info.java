/** Holds app.quen.web.customer to its word, without the container. */
@NullMarked
package app.quen.web.customer;

import org.jspecify.annotations.NullMarked;
