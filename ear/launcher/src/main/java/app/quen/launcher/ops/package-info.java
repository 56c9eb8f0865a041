/** {@code ./quen ops}: support's commands, over the operators' API and with its own credential. */
@NullMarked
package app.quen.launcher.ops;

import org.jspecify.annotations.NullMarked;
