/** The customer as it is stored, and the values that it is made of. */
@NullMarked
package app.quen.customer.model;

import org.jspecify.annotations.NullMarked;
