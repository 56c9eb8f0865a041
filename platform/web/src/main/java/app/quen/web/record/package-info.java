/** What the resources of records that belong to a customer share. */
@NullMarked
package app.quen.web.record;

import org.jspecify.annotations.NullMarked;
