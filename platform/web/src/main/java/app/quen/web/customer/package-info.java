/** Customers over HTTP: list, search, export, change, history. */
@NullMarked
package app.quen.web.customer;

import org.jspecify.annotations.NullMarked;
