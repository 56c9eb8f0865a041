/**
 * OpenID Connect, as the side that takes another's word for who somebody is: questions to a
 * provider, and whether its answer holds. Accounts and workspaces are not known here.
 */
@NullMarked
package app.quen.identity;

import org.jspecify.annotations.NullMarked;
