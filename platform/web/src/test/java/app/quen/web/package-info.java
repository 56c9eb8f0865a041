/** Holds what all resources share to its word, without the container. */
@NullMarked
package app.quen.web;

import org.jspecify.annotations.NullMarked;
