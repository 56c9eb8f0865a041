/**
 * The browser application's files, with the headers that browsers need to keep it safe and fast.
 */
@NullMarked
package app.quen.web.files;

import org.jspecify.annotations.NullMarked;
