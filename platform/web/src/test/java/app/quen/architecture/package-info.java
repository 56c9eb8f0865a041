/** What keeps the house as it was drawn: rules over the compiled classes of all rooms. */
@NullMarked
package app.quen.architecture;

import org.jspecify.annotations.NullMarked;
