/**
 * Files at records: pictures, contracts, recordings. Kept outside the database, in the folder of
 * the tenant; what they are is told by their content, never by their name alone.
 */
@NullMarked
package app.quen.attachment;

import org.jspecify.annotations.NullMarked;
