/**
 * What follows for a customer from all that happened: how often and how much it bought, what is
 * open, when somebody last spoke to it. Always computed anew from the records themselves, which are
 * known here by their tables only; nobody writes a roll-up by hand.
 */
@NullMarked
package app.quen.rollup;

import org.jspecify.annotations.NullMarked;
