/** Fingerprints of what is too long or too secret to be kept or compared itself. */
@NullMarked
package app.quen.digest;

import org.jspecify.annotations.NullMarked;
