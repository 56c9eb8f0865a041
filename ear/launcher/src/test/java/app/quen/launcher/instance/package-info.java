/** What is checked before an installation starts, and what is ended when it does not. */
@NullMarked
package app.quen.launcher.instance;

import org.jspecify.annotations.NullMarked;
