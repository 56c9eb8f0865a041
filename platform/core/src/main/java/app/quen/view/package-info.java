/**
 * Lists as people like to see them, kept under a name: which records, in which order and columns.
 * What a query means is the business of the record that is listed.
 */
@NullMarked
package app.quen.view;

import org.jspecify.annotations.NullMarked;
