/**
 * The work behind the {@code quen} command: it starts, tests, measures and operates an installation
 * from the outside. Nothing here runs inside the server.
 */
@NullMarked
package app.quen.launcher;

import org.jspecify.annotations.NullMarked;
