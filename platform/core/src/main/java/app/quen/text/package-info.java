/** Text as people write it in Vietnam: folding for search, names in their parts. */
@NullMarked
package app.quen.text;

import org.jspecify.annotations.NullMarked;
