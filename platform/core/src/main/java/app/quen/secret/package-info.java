/**
 * Encrypts the values of sensitive fields before they are stored and opens them again, each bound
 * to its workspace, record and field. Which fields are sensitive, and who may read them, others
 * know.
 */
@NullMarked
package app.quen.secret;

import org.jspecify.annotations.NullMarked;
