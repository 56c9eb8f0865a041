/** Tests of what finds security events. */
@NullMarked
package app.quen.alert.internal;

import org.jspecify.annotations.NullMarked;
