/**
 * From where what happens on this thread was asked for: an address and a program. Who asked belongs
 * to those who check credentials.
 */
@NullMarked
package app.quen.whence;

import org.jspecify.annotations.NullMarked;
