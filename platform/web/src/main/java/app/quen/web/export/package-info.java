/** Exports over HTTP: asked for, looked after and fetched. */
@NullMarked
package app.quen.web.export;

import org.jspecify.annotations.NullMarked;
