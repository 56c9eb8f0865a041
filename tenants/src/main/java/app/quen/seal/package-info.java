/**
 * Signed statements of how far a workspace's trail had come, kept in the control schema. What the
 * trail says belongs to whoever writes it.
 */
@NullMarked
package app.quen.seal;

import org.jspecify.annotations.NullMarked;
