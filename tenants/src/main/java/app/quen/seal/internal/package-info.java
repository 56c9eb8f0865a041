/** The rows of keys and seals, and how a private key is wrapped. */
@NullMarked
package app.quen.seal.internal;

import org.jspecify.annotations.NullMarked;
