/** Bulk edits and the undoing of bulk edits and imports over HTTP. */
@NullMarked
package app.quen.web.bulk;

import org.jspecify.annotations.NullMarked;
