/** The store of customers, their search and the rules they are held against. */
@NullMarked
package app.quen.customer.internal;

import org.jspecify.annotations.NullMarked;
