/** The table of saved views. */
@NullMarked
package app.quen.view.internal;

import org.jspecify.annotations.NullMarked;
