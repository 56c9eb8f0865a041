/** The core's fields, the store of plugins' fields, and how values are read and checked. */
@NullMarked
package app.quen.field.internal;

import org.jspecify.annotations.NullMarked;
