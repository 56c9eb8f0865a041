/**
 * What customers allowed, for which purpose and channel, with the proof. Whoever sends anything
 * asks {@link app.quen.consent.CheckConsent} first; it sends nothing itself.
 */
@NullMarked
package app.quen.consent;

import org.jspecify.annotations.NullMarked;
