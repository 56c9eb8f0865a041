/** The people of a workspace over HTTP. */
@NullMarked
package app.quen.web.member;

import org.jspecify.annotations.NullMarked;
