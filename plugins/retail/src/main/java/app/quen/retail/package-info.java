/** Retail: loyalty cards, shopping habits and sizes. */
@NullMarked
package app.quen.retail;

import org.jspecify.annotations.NullMarked;
