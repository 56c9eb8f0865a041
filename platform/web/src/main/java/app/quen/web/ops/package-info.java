/**
 * The operators' API: what the people who run the installation may do, with a credential of its
 * own.
 */
@NullMarked
package app.quen.web.ops;

import org.jspecify.annotations.NullMarked;
