/** How workspaces' keys are kept, and the master key that comes from the configuration. */
@NullMarked
package app.quen.key.internal;

import org.jspecify.annotations.NullMarked;
