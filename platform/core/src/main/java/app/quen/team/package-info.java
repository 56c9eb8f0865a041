/**
 * The people of a workspace: the roles they have, the teams they are in, and the single records
 * that they share. What follows from it for what they see, says the component access.
 */
@NullMarked
package app.quen.team;

import org.jspecify.annotations.NullMarked;
