/** {@code ./quen test}: what Maven does not run, and the sum of everything that ran. */
@NullMarked
package app.quen.launcher.testing;

import org.jspecify.annotations.NullMarked;
