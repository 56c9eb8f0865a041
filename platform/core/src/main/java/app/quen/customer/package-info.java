/** The customer record: a person or an organisation, how to reach it and what is known of it. */
@NullMarked
package app.quen.customer;

import org.jspecify.annotations.NullMarked;
