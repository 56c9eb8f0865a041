package app.quen.pluginhost;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The releases that this node has loaded, from the zips in {@code quen.plugins.dir} at its start.
 * One host in a JVM: with a second one, a plugin's code would be loaded twice and a fact told
 * twice.
 */
@ApplicationScoped
public class PluginHost {

  private static final Logger LOG = LoggerFactory.getLogger(PluginHost.class);
  private static final AtomicBoolean RUNNING = new AtomicBoolean();

  private final PluginFolder folder;

  /** For the proxy of the container. */
  protected PluginHost() {
    folder = null;
  }

  @Inject
  public PluginHost(
      @ConfigProperty(name = "quen.plugins.dir") Optional<String> plugins,
      @ConfigProperty(name = "quen.files.dir") Optional<String> files) {
    if (!RUNNING.compareAndSet(false, true)) {
      throw new IllegalStateException(
          "a plugin host runs in this JVM already; deploy Quen once, with one WAR");
    }
    try {
      Path unpacked =
          files.isPresent()
              ? Path.of(files.get()).resolve("plugins-unpacked")
              : Files.createTempDirectory("quen-plugins");
      folder =
          new PluginFolder(
              Path.of(plugins.orElse("plugins")).toAbsolutePath(),
              unpacked.toAbsolutePath(),
              PluginZip.Limits.USUAL);
    } catch (IOException e) {
      RUNNING.set(false);
      throw new UncheckedIOException(
          "the plugins folder "
              + plugins.orElse("plugins")
              + " cannot be read, or there is no room to unpack its zips",
          e);
    }
  }

  void start(@Observes Startup startup) {
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
      RUNNING.set(false);
    }
  }
}
