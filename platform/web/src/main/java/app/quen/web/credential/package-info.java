/**
 * From a credential to who is acting and in which workspace. The tenant is a property of the
 * credential, never of something that the client chooses.
 */
@NullMarked
package app.quen.web.credential;

import org.jspecify.annotations.NullMarked;
