/** API keys of a workspace over HTTP. */
@NullMarked
package app.quen.web.apikey;

import org.jspecify.annotations.NullMarked;
