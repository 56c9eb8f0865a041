/** Whether this node lives and may be given requests. */
@NullMarked
package app.quen.web.health;

import org.jspecify.annotations.NullMarked;
