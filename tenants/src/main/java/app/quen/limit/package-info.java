/** How often something may be tried from one address or for one account. */
@NullMarked
package app.quen.limit;

import org.jspecify.annotations.NullMarked;
