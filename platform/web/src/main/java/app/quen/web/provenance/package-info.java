/** Where a customer's values come from, over HTTP. */
@NullMarked
package app.quen.web.provenance;

import org.jspecify.annotations.NullMarked;
