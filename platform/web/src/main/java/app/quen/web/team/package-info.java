/** Roles, teams, shared records, and who sees what, over HTTP. */
@NullMarked
package app.quen.web.team;

import org.jspecify.annotations.NullMarked;
