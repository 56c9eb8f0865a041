/**
 * The control schema: tenants, accounts, sessions, operators and jobs; what is known before a
 * tenant is. Only this room reads or writes it.
 */
@NullMarked
package app.quen.control;

import org.jspecify.annotations.NullMarked;
