/**
 * What the people who run the installation may see and do: the state of each tenant, never its
 * data. Everything they change is written into the operators' log.
 */
@NullMarked
package app.quen.operating;

import org.jspecify.annotations.NullMarked;
