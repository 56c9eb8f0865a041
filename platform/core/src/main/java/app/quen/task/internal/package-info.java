/**
 * What is particular to the record type task: its properties, its rules, its place on a profile.
 */
@NullMarked
package app.quen.task.internal;

import org.jspecify.annotations.NullMarked;
