/** Where accounts, sessions and keys are stored, and the rules for what people enter. */
@NullMarked
package app.quen.account.internal;

import org.jspecify.annotations.NullMarked;
