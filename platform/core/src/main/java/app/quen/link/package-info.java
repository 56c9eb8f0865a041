/** How customers belong together: who works where, lives with whom, came by whose word. */
@NullMarked
package app.quen.link;

import org.jspecify.annotations.NullMarked;
