/**
 * How the plugins that are switched on are called: with which records, on which threads, for how
 * long, and what becomes of their failures.
 */
@NullMarked
package app.quen.installation.internal;

import org.jspecify.annotations.NullMarked;
