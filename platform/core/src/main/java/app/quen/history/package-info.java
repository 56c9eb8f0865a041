/** What changed in a record, when and by whom, as people read it. */
@NullMarked
package app.quen.history;

import org.jspecify.annotations.NullMarked;
