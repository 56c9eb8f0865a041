/** Tests of public forms. */
@NullMarked
package app.quen.web.form;

import org.jspecify.annotations.NullMarked;
