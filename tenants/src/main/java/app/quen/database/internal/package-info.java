/** Connections bound to a tenant's role, and the unit of work on them. */
@NullMarked
package app.quen.database.internal;

import org.jspecify.annotations.NullMarked;
