package app.quen.pluginhost;

import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * The parent of every plugin's class loader: passes on what {@link OpenToPlugins} names and hides
 * the rest of the JDK, the platform and the server. Shows no resources at all.
 */
final class Fence extends ClassLoader {

  private final ClassLoader platform;

  /**
   * @param platform knows the contract
   */
  Fence(ClassLoader platform) {
    super("plugin-fence", null);
    this.platform = platform;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!OpenToPlugins.isOpen(name)) {
      throw new ClassNotFoundException(name + " is not open to plugins");
    }
    return name.startsWith("java.") || name.startsWith("javax.")
        ? ClassLoader.getPlatformClassLoader().loadClass(name)
        : platform.loadClass(name);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return null;
  }

  @Override
  public Enumeration<URL> getResources(String name) {
    return Collections.emptyEnumeration();
  }
}
