/**
 * Reads uploaded files as rows, guesses what they hold, and writes them chunk by chunk. Knows the
 * tables of imports; of customers only their use cases.
 */
@NullMarked
package app.quen.importing.internal;

import org.jspecify.annotations.NullMarked;
