/**
 * Text as people write it in Vietnam: folding for search, names in their parts, phone numbers and
 * e-mail addresses in their normal form.
 */
@NullMarked
package app.quen.text;

import org.jspecify.annotations.NullMarked;
