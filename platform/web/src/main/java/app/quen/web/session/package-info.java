/** Signing up, in, out and from one workspace to another over HTTP. */
@NullMarked
package app.quen.web.session;

import org.jspecify.annotations.NullMarked;
