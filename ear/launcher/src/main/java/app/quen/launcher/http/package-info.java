/** Talks to a running Quen over its public HTTP interfaces, as any client would. */
@NullMarked
package app.quen.launcher.http;

import org.jspecify.annotations.NullMarked;
