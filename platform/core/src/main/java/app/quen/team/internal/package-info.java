/** The tables of roles, teams and shares, and what each must be like. */
@NullMarked
package app.quen.team.internal;

import org.jspecify.annotations.NullMarked;
