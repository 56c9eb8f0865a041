package app.quen.pluginhost;

import app.quen.start.Started;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases that this node has loaded, from the zips in {@code quen.plugins.dir} at its start.
 * One host for one files folder: a second one, as a second WAR would bring, is refused, because it
 * would unpack over the first one's classes.
 */
@ApplicationScoped
public class PluginHost {

  private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);
  private static final Set<Path> IN_USE = ConcurrentHashMap.newKeySet();

  private final Path unpacked;
  private final PluginFolder folder;

  /** For the proxy of the container. */
  protected PluginHost() {
    unpacked = Path.of("");
    folder = null;
  }

  @Inject
  public PluginHost(
      @ConfigProperty(name = "quen.plugins.dir") Optional<String> plugins,
      @ConfigProperty(name = "quen.files.dir") Optional<String> files) {
    Path source = Path.of(plugins.orElse("plugins")).toAbsolutePath();
    try {
      unpacked =
          files.isPresent()
              ? Path.of(files.get()).toAbsolutePath().resolve("plugins-unpacked")
              : Files.createTempDirectory("quen-plugins");
      if (!IN_USE.add(unpacked)) {
        throw new IllegalStateException(
            "a plugin host uses " + unpacked + " already; deploy Quen once, with one WAR");
      }
      folder = new PluginFolder(source, unpacked, PluginZip.Limits.USUAL);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the plugins folder "
              + source
              + " cannot be read, or there is no room to unpack its zips",
          e);
    }
  }

  void start(@Observes Started started) {
    LOG.info(
        "{} plugin releases are loaded, {} refused",
        folder.releases().size(),
        folder.broken().size());
  }

  /** The releases that work, by id and version. */
  public List<Release> releases() {
    return folder.releases();
  }

  /** The zips that were refused, by file name. */
  public List<BrokenPlugin> broken() {
    return folder.broken();
  }

  /** The newest release of a plugin. */
  public Optional<Release> newest(String id) {
    return releases().stream().filter(release -> release.id().equals(id)).reduce((a, b) -> b);
  }

  /** One release of a plugin. */
  public Optional<Release> find(String id, String version) {
    return releases().stream()
        .filter(release -> release.id().equals(id) && release.version().equals(version))
        .findFirst();
  }

  @PreDestroy
  void stop() {
    try {
      folder.close();
    } catch (IOException e) {
      LOG.warn("Unpacked plugins could not be removed; the next start removes them", e);
    } finally {
      IN_USE.remove(unpacked);
    }
  }
}
