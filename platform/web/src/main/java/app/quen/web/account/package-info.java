/** The signed-in account over HTTP: its name, language, password and sessions. */
@NullMarked
package app.quen.web.account;

import org.jspecify.annotations.NullMarked;
