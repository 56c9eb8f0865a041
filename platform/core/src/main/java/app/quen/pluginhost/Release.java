package app.quen.pluginhost;

import app.quen.manifest.Manifest;
import app.quen.plugin.CustomerCheck;
import app.quen.plugin.FactListener;
import java.util.List;

/**
 * One version of a plugin, loaded and working. Its extensions are called on any thread, for any
 * tenant, and only through the installation component, which limits their time.
 *
 * @param file the zip that it came in
 */
public record Release(
    Manifest manifest, String file, List<CustomerCheck> checks, List<FactListener> listeners) {

  public String id() {
    return manifest.id();
  }

  public String version() {
    return manifest.version().toString();
  }
}
