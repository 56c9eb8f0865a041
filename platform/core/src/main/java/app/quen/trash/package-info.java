/**
 * What lies in the trash goes for good after 30 days, with all that belongs to it. How a kind of
 * record comes into the trash, and out of it again, is the business of its own component.
 */
@NullMarked
package app.quen.trash;

import org.jspecify.annotations.NullMarked;
