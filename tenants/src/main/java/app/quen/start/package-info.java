/** When background work begins. What it does belongs to those who do it. */
@NullMarked
package app.quen.start;

import org.jspecify.annotations.NullMarked;
