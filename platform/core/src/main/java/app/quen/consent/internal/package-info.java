/** The tables of purposes and consents, and what follows from their rows. */
@NullMarked
package app.quen.consent.internal;

import org.jspecify.annotations.NullMarked;
