/** The units themselves, and the forms in which people write them. */
@NullMarked
package app.quen.place.internal;

import org.jspecify.annotations.NullMarked;
