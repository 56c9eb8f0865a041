/**
 * The manifest of a plugin, {@code quen-plugin.yaml}, as data, and the one reader of it: the host
 * and the testkit refuse the same manifests with the same words. Loads no code.
 */
@NullMarked
package app.quen.manifest;

import org.jspecify.annotations.NullMarked;
