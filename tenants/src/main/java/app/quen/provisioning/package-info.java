/**
 * Makes a tenant's schema and role, brings schemas to the newest version, and removes what failed.
 */
@NullMarked
package app.quen.provisioning;

import org.jspecify.annotations.NullMarked;
