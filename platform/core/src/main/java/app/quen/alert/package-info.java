/**
 * Security events: what stands out from how somebody usually works, found by following the trail
 * and by rules that a workspace sets. What is not in the trail, and was not counted, is not seen
 * here.
 */
@NullMarked
package app.quen.alert;

import org.jspecify.annotations.NullMarked;
