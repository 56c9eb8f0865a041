/**
 * Which business is being worked for, and the block in which that is so. Everything that touches a
 * tenant's data happens inside {@link app.quen.tenant.Tenants#callAs}; outside, the database
 * refuses.
 */
@NullMarked
package app.quen.tenant;

import org.jspecify.annotations.NullMarked;
