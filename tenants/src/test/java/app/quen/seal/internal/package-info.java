/** Tests of how private keys are stored. */
@NullMarked
package app.quen.seal.internal;

import org.jspecify.annotations.NullMarked;
