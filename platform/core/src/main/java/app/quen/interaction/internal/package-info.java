/**
 * What is particular to the record type interaction: its properties, its rules, its place on a
 * profile.
 */
@NullMarked
package app.quen.interaction.internal;

import org.jspecify.annotations.NullMarked;
