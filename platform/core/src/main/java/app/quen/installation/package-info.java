/**
 * Which plugins are switched on in a workspace, and what they add to it: fields, checks and
 * listeners.
 */
@NullMarked
package app.quen.installation;

import org.jspecify.annotations.NullMarked;
