/**
 * Loads plugin releases and keeps them apart from the platform. The only place that knows PF4J's
 * loading classes.
 */
@NullMarked
package app.quen.pluginhost;

import org.jspecify.annotations.NullMarked;
