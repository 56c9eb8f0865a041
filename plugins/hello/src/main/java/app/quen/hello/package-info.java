/** The smallest complete plugin: one field, one check, one listener. Copy it to start your own. */
@NullMarked
package app.quen.hello;

import org.jspecify.annotations.NullMarked;
