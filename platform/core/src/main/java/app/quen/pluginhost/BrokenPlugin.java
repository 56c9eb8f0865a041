package app.quen.pluginhost;

import app.quen.manifest.Manifest;
import app.quen.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A zip that could not be loaded.
 *
 * @param manifest null if it could not even be read
 * @param reason what is wrong and what to do, for whoever runs the installation or wrote the plugin
 */
public record BrokenPlugin(String file, @Nullable Manifest manifest, Text reason) {}
