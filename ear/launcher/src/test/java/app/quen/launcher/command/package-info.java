/** The shell script itself, with a JDK, Maven and Node that only say how they were called. */
@NullMarked
package app.quen.launcher.command;

import org.jspecify.annotations.NullMarked;
