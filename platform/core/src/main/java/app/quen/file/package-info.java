/**
 * Where the files of a tenant are: in a folder of its own, outside the database. What is in them is
 * the business of whoever keeps them.
 */
@NullMarked
package app.quen.file;

import org.jspecify.annotations.NullMarked;
