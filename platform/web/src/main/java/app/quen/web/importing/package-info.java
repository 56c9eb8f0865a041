/** Imports over HTTP: upload, mapping, dry run, job and its rejected rows. */
@NullMarked
package app.quen.web.importing;

import org.jspecify.annotations.NullMarked;
