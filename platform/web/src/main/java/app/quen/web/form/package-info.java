/**
 * Public forms: the page behind a link, which works without scripts and without an account, and the
 * same as JSON. No cookie is read here: the token in the address is the whole credential.
 */
@NullMarked
package app.quen.web.form;

import org.jspecify.annotations.NullMarked;
