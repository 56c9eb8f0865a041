/**
 * Loads plugin releases and keeps them apart from the platform: what their classes can see, what a
 * broken one may not disturb. The only place that knows PF4J's loading classes. Knows no tenant:
 * who uses which release is the installation component's business.
 */
@NullMarked
package app.quen.pluginhost;

import org.jspecify.annotations.NullMarked;
