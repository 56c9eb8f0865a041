/** The store of orders, its rules and its queries. */
@NullMarked
package app.quen.order.internal;

import org.jspecify.annotations.NullMarked;
