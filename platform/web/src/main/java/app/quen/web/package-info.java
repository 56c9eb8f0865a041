/**
 * How the world talks to Quen over HTTP: what all resources share. Decides nothing about the
 * business; a resource maps JSON to a use case and back.
 */
@NullMarked
package app.quen.web;

import org.jspecify.annotations.NullMarked;
