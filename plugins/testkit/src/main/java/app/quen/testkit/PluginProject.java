package app.quen.testkit;

import app.quen.manifest.Manifest;
import app.quen.manifest.ManifestReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the contracts find the plugin: by default in the folder where Maven runs its tests. */
public interface PluginProject {

  /** The folder of pom.xml and {@code quen-plugin.yaml}. */
  default Path project() {
    return Path.of("").toAbsolutePath();
  }

  /** The plugin's manifest. */
  default Manifest manifest() {
    try {
      return new ManifestReader().read(Files.readString(project().resolve(Manifest.FILE)));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no " + Manifest.FILE + " in " + project() + "; it stands beside pom.xml", e);
    }
  }
}
