/** What the installation's staff is shown, gathered; and the log of what it changed. */
@NullMarked
package app.quen.operating.internal;

import org.jspecify.annotations.NullMarked;
