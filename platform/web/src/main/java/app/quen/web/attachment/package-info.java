/** Files at records over HTTP. */
@NullMarked
package app.quen.web.attachment;

import org.jspecify.annotations.NullMarked;
