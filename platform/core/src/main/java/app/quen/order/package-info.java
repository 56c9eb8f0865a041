/**
 * What customers bought: orders with their lines, payments and returns. What follows from them for
 * a customer is the business of roll-ups.
 */
@NullMarked
package app.quen.order;

import org.jspecify.annotations.NullMarked;
