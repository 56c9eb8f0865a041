/**
 * The trail of a workspace: who did, changed, read or was refused what, when, from where and why;
 * added to and never changed, and chained so that a change is found. What happened to one record,
 * as people read it, is the history's.
 */
@NullMarked
package app.quen.audit;

import org.jspecify.annotations.NullMarked;
