/**
 * How the server calls addresses that somebody else has named: only public ones, or those that the
 * operator allows, within limits of size and time. Nobody calls such an address by another way.
 */
@NullMarked
package app.quen.outbound;

import org.jspecify.annotations.NullMarked;
