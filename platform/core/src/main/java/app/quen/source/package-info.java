/**
 * Where data comes from, with the purpose that was declared for collecting it. Every record that
 * the workspace keeps names one source; who writes records asks here which.
 */
@NullMarked
package app.quen.source;

import org.jspecify.annotations.NullMarked;
