package app.quen.pluginhost;

import app.quen.manifest.Manifest;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pf4j.AbstractPluginManager;
import org.pf4j.DefaultExtensionFactory;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.DefaultVersionManager;
import org.pf4j.ExtensionFactory;
import org.pf4j.ExtensionFinder;
import org.pf4j.IndexedExtensionFinder;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginFactory;
import org.pf4j.PluginLoader;
import org.pf4j.PluginRepository;
import org.pf4j.PluginRuntimeException;
import org.pf4j.PluginStatusProvider;
import org.pf4j.VersionManager;

/**
 * PF4J with our rules: a plugin is an unpacked zip, its id is {@code <id>@<version>} so that two
 * releases live side by side, its class loader hangs below the {@link Fence}, and no code of it
 * runs at start or stop.
 */
final class ReleaseManager extends AbstractPluginManager {

  private final Map<Path, Loading> loading = new HashMap<>();

  private record Loading(PluginZip zip, Manifest manifest) {}

  ReleaseManager(Path folder) {
    super(folder);
  }

  /** Loads and starts a release; its id for PF4J is {@link Manifest#release()}. */
  void load(PluginZip zip, Manifest manifest) {
    loading.put(zip.folder(), new Loading(zip, manifest));
    loadPlugin(zip.folder());
    startPlugin(manifest.release());
  }

  /** Forgets a release, if it was loaded; afterwards its files can be deleted. */
  void unload(String release) {
    if (getPlugin(release) != null) {
      // one by one: stopPlugins() of PF4J 3.15.0 throws (pf4j #656)
      stopPlugin(release);
      ClassLoader loader = getPluginClassLoader(release);
      unloadPlugin(release);
      if (loader instanceof URLClassLoader closeable) {
        try {
          closeable.close();
        } catch (IOException e) {
          throw new PluginRuntimeException(e);
        }
      }
    }
  }

  @Override
  protected PluginDescriptorFinder createPluginDescriptorFinder() {
    return new PluginDescriptorFinder() {
      @Override
      public boolean isApplicable(Path path) {
        return loading.containsKey(path);
      }

      @Override
      public PluginDescriptor find(Path path) {
        Manifest manifest = loading.get(path).manifest();
        return new DefaultPluginDescriptor(
            manifest.release(),
            manifest.name().en(),
            Plugin.class.getName(),
            manifest.version().toString(),
            "",
            manifest.vendor(),
            "");
      }
    };
  }

  @Override
  protected PluginLoader createPluginLoader() {
    var fence = new Fence(ReleaseManager.class.getClassLoader());
    return new PluginLoader() {
      @Override
      public boolean isApplicable(Path path) {
        return loading.containsKey(path);
      }

      @Override
      public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
        return new URLClassLoader(descriptor.getPluginId(), urls(loading.get(path).zip()), fence);
      }
    };
  }

  private static URL[] urls(PluginZip zip) {
    try {
      List<URL> urls = new ArrayList<>();
      if (Files.isDirectory(zip.classes())) {
        urls.add(zip.classes().toUri().toURL());
      }
      for (Path library : zip.libraries()) {
        urls.add(library.toUri().toURL());
      }
      return urls.toArray(URL[]::new);
    } catch (MalformedURLException e) {
      throw new PluginRuntimeException(e);
    } catch (IOException e) {
      throw new PluginRuntimeException(e);
    }
  }

  @Override
  protected PluginFactory createPluginFactory() {
    return wrapper -> new Plugin() {};
  }

  @Override
  protected ExtensionFactory createExtensionFactory() {
    return new DefaultExtensionFactory();
  }

  @Override
  protected ExtensionFinder createExtensionFinder() {
    var finder = new IndexedExtensionFinder(this);
    addPluginStateListener(finder);
    return finder;
  }

  @Override
  protected String getPluginLabel(PluginDescriptor descriptor) {
    return descriptor.getPluginId();
  }

  @Override
  protected VersionManager createVersionManager() {
    return new DefaultVersionManager();
  }

  @Override
  protected PluginRepository createPluginRepository() {
    return new PluginRepository() {
      @Override
      public List<Path> getPluginPaths() {
        return List.of();
      }

      @Override
      public boolean deletePluginPath(Path path) {
        return false;
      }
    };
  }

  @Override
  protected PluginStatusProvider createPluginStatusProvider() {
    return new PluginStatusProvider() {
      @Override
      public boolean isPluginDisabled(String release) {
        return false;
      }

      @Override
      public void disablePlugin(String release) {
        throw new UnsupportedOperationException("workspaces switch plugins, PF4J does not");
      }

      @Override
      public void enablePlugin(String release) {
        // nothing is ever disabled
      }
    };
  }
}
