/** Where a request comes from, without a server. */
@NullMarked
package app.quen.web.request;

import org.jspecify.annotations.NullMarked;
