/** The chain of entries, who adds to it, who seals it and who holds it against its seals. */
@NullMarked
package app.quen.audit.internal;

import org.jspecify.annotations.NullMarked;
