/** The store of surveys, their rules, and the way from answers to feedback. */
@NullMarked
package app.quen.survey.internal;

import org.jspecify.annotations.NullMarked;
