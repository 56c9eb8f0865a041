/** JSON in and out: strict about what comes in, with the place of every mistake. */
@NullMarked
package app.quen.web.json;

import org.jspecify.annotations.NullMarked;
