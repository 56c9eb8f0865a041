/** What support's commands say to whoever mistypes them. */
@NullMarked
package app.quen.launcher.ops;

import org.jspecify.annotations.NullMarked;
