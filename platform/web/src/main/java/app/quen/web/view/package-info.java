/** Saved views over HTTP. */
@NullMarked
package app.quen.web.view;

import org.jspecify.annotations.NullMarked;
