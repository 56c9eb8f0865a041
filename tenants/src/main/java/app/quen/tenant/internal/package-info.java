/** How tenants are found and entered. */
@NullMarked
package app.quen.tenant.internal;

import org.jspecify.annotations.NullMarked;
