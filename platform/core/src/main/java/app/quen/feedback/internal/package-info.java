/**
 * What is particular to the record type feedback: its properties, its rules, its place on a
 * profile.
 */
@NullMarked
package app.quen.feedback.internal;

import org.jspecify.annotations.NullMarked;
