/** Purposes of consent and what customers said, over HTTP. */
@NullMarked
package app.quen.web.consent;

import org.jspecify.annotations.NullMarked;
