/** Places in Vietnam, as the API shows them. */
@NullMarked
package app.quen.web.place;

import org.jspecify.annotations.NullMarked;
