/** Begins the application's background work once the server has made everything ready. */
@NullMarked
package app.quen.web.start;

import org.jspecify.annotations.NullMarked;
