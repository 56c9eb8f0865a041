/**
 * The trail as HTTP: what of it is shown and downloaded, and which answers leave a mark in it. What
 * changes records is noted where it is changed, not here.
 */
@NullMarked
package app.quen.web.audit;

import org.jspecify.annotations.NullMarked;
