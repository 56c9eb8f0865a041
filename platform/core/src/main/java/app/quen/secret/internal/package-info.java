/** The data keys of customers, and values under them. */
@NullMarked
package app.quen.secret.internal;

import org.jspecify.annotations.NullMarked;
