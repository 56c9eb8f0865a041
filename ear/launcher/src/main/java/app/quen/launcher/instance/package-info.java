/**
 * One running installation: its database, its server, its ports and its folder. Whoever starts one
 * gets an {@code Instance} to close; a guard process ends what is left if the starter is killed.
 */
@NullMarked
package app.quen.launcher.instance;

import org.jspecify.annotations.NullMarked;
