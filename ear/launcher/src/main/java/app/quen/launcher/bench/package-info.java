/**
 * {@code ./quen bench}: measurements on an installation of their own, each beside a baseline of the
 * same run on the same machine. Progress goes to stderr, the result is one line of JSON on stdout.
 */
@NullMarked
package app.quen.launcher.bench;

import org.jspecify.annotations.NullMarked;
