/**
 * The keys of workspaces: each has its own, wrapped by the installation's master key, in the
 * control schema. What is encrypted with them is not known here.
 */
@NullMarked
package app.quen.key;

import org.jspecify.annotations.NullMarked;
