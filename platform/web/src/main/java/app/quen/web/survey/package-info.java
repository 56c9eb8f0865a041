/** Surveys over HTTP, for those who make and send them. */
@NullMarked
package app.quen.web.survey;

import org.jspecify.annotations.NullMarked;
