/** Tests of what brings old values back. */
@NullMarked
package app.quen.recovery;

import org.jspecify.annotations.NullMarked;
