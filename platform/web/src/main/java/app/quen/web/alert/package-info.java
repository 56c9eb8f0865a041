/** Security events and the rules that find them as HTTP. */
@NullMarked
package app.quen.web.alert;

import org.jspecify.annotations.NullMarked;
