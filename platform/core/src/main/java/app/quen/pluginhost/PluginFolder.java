package app.quen.pluginhost;

import app.quen.manifest.ApiVersion;
import app.quen.manifest.Manifest;
import app.quen.plugin.CustomerCheck;
import app.quen.plugin.FactListener;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pf4j.ExtensionPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The zips of one folder, loaded. Each is taken or refused for itself; nothing that a zip holds can
 * stop the others, or the platform.
 */
final class PluginFolder implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PluginFolder.class);

  /** What {@code fact_delivery} can hold, less what the installation puts in front of it. */
  private static final int LONGEST_LISTENER = 50;

  private final Path unpacked;
  private final PluginZip.Limits limits;
  private final ReleaseManager manager;
  private final List<Release> releases = new ArrayList<>();
  private final List<BrokenPlugin> broken = new ArrayList<>();
  private final Map<String, String> fileOfRelease = new HashMap<>();

  /**
   * @param unpacked a folder for the host alone; emptied now and when closed
   */
  PluginFolder(Path folder, Path unpacked, PluginZip.Limits limits) throws IOException {
    this.unpacked = unpacked;
    this.limits = limits;
    deleteAll(unpacked);
    Files.createDirectories(unpacked);
    manager = new ReleaseManager(unpacked);
    for (Path zip : zips(folder)) {
      load(zip);
    }
    releases.sort(
        Comparator.comparing(Release::id).thenComparing(release -> release.manifest().version()));
  }

  List<Release> releases() {
    return List.copyOf(releases);
  }

  List<BrokenPlugin> broken() {
    return List.copyOf(broken);
  }

  private static List<Path> zips(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      LOG.info("There is no plugins folder {}; no plugins are loaded", folder);
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".zip"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private void load(Path zip) {
    String file = zip.getFileName().toString();
    Manifest manifest = null;
    try {
      PluginZip unzipped =
          PluginZip.unpack(
              zip, unpacked.resolve(String.valueOf(releases.size() + broken.size())), limits);
      manifest = unzipped.manifest();
      releases.add(load(unzipped, manifest, file));
      fileOfRelease.put(manifest.release(), file);
      LOG.info("Loaded the plugin {} from {}", manifest.release(), file);
    } catch (Unusable e) {
      refuse(file, manifest, e, null);
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      refuse(
          file,
          manifest,
          new Unusable("Không nạp được tiện ích: " + e, "It cannot be loaded: " + e),
          e);
    }
  }

  private void refuse(
      String file, @Nullable Manifest manifest, Unusable why, @Nullable Throwable cause) {
    LOG.warn("Refused the plugin {}: {}", file, why.getMessage(), cause);
    broken.add(new BrokenPlugin(file, manifest, why.reason()));
    if (manifest != null && !fileOfRelease.containsKey(manifest.release())) {
      manager.unload(manifest.release());
    }
  }

  private Release load(PluginZip zip, Manifest manifest, String file) throws IOException, Unusable {
    if (!ApiVersion.OFFERED.serves(manifest.requiresApi())) {
      throw new Unusable(
          "Tiện ích cần API " + manifest.requiresApi() + ", bản Quen này có " + ApiVersion.OFFERED,
          "It requires the plugin API "
              + manifest.requiresApi()
              + " and this Quen offers "
              + ApiVersion.OFFERED
              + ". Build it against this version, or update Quen.");
    }
    if (fileOfRelease.containsKey(manifest.release())) {
      throw new Unusable(
          "Bản phát hành này đã có trong tệp " + fileOfRelease.get(manifest.release()) + ".",
          "The release "
              + manifest.release()
              + " is already there, in "
              + fileOfRelease.get(manifest.release())
              + ". Remove one of them, or give the new one another version.");
    }
    refuseBundledContract(zip);
    refuseClosedCode(zip);
    manager.load(zip, manifest);
    return contributions(zip, manifest, file);
  }

  private Release contributions(PluginZip zip, Manifest manifest, String file)
      throws IOException, Unusable {
    ClassLoader loader = manager.getPluginClassLoader(manifest.release());
    List<CustomerCheck> checks = new ArrayList<>();
    List<FactListener> listeners = new ArrayList<>();
    for (String name : new TreeSet<>(manager.getExtensionClassNames(manifest.release()))) {
      ExtensionPoint extension = make(name, loader);
      if (extension instanceof CustomerCheck check) {
        checks.add(check);
      }
      if (extension instanceof FactListener listener) {
        listeners.add(asked(listener));
      }
      if (!(extension instanceof CustomerCheck) && !(extension instanceof FactListener)) {
        throw new Unusable(
            "Lớp " + name + " không phải là điểm mở rộng mà Quen biết.",
            name + " implements no extension point that this Quen knows.");
      }
    }
    if (checks.isEmpty() && listeners.isEmpty()) {
      if (!zip.classFiles().isEmpty() || !zip.libraries().isEmpty()) {
        throw new Unusable(
            "Tiện ích có mã nhưng không đóng góp gì: thiếu chỉ mục META-INF/extensions.idx.",
            "It has code and contributes none: META-INF/extensions.idx names no extension. Put"
                + " @Extension on the class, and compile with PF4J's annotation processor"
                + " (quen-plugin-parent does).");
      }
      if (manifest.fields().isEmpty()) {
        throw new Unusable(
            "Tiện ích không đóng góp gì: không có trường nào, không có mã nào.",
            "It contributes nothing: no fields in the manifest and no code in classes/.");
      }
    }
    return new Release(manifest, file, List.copyOf(checks), List.copyOf(listeners));
  }

  private static ExtensionPoint make(String name, ClassLoader loader) throws Unusable {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      Class<?> type = loader.loadClass(name);
      if (!ExtensionPoint.class.isAssignableFrom(type)
          || !Modifier.isPublic(type.getModifiers())
          || Modifier.isAbstract(type.getModifiers())) {
        throw broken(name, "is no public class that implements an extension point");
      }
      return (ExtensionPoint) type.getConstructor().newInstance();
    } catch (InvocationTargetException e) {
      throw broken(name, "fails when it is made: " + e.getCause());
    } catch (NoSuchMethodException e) {
      throw broken(name, "has no public constructor without parameters");
    } catch (ReflectiveOperationException | LinkageError e) {
      throw broken(name, "cannot be loaded: " + (e.getCause() == null ? e : e.getCause()));
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static FactListener asked(FactListener listener) throws Unusable {
    String name = listener.getClass().getSimpleName();
    if (name.length() > LONGEST_LISTENER) {
      throw broken(name, "has a name of more than " + LONGEST_LISTENER + " characters");
    }
    try {
      if (listener.types() == null || listener.types().isEmpty()) {
        throw broken(name, "wants no facts: types() is empty");
      }
    } catch (RuntimeException | LinkageError e) {
      throw broken(name, "fails to say what it wants: " + e);
    }
    return listener;
  }

  private static Unusable broken(String name, String how) {
    return new Unusable(
        "Không dùng được lớp " + name + ": " + how, "The extension " + name + " " + how + ".");
  }

  private static void refuseBundledContract(PluginZip zip) throws IOException, Unusable {
    for (Path file : zip.classFiles()) {
      refuseBundled(className(zip.classes().relativize(file).toString()), "classes/");
    }
    for (Path library : zip.libraries()) {
      try (JarFile jar = new JarFile(library.toFile())) {
        for (Enumeration<JarEntry> all = jar.entries(); all.hasMoreElements(); ) {
          String name = all.nextElement().getName();
          if (name.endsWith(".class")) {
            refuseBundled(className(name), "lib/" + library.getFileName());
          }
        }
      }
    }
  }

  private static void refuseBundled(String className, String where) throws Unusable {
    if (OpenToPlugins.isContract(className) || className.startsWith("org.pf4j.")) {
      throw new Unusable(
          "Tệp zip chứa bản sao của API (" + className + " trong " + where + ").",
          "It brings its own copy of the API ("
              + className
              + " in "
              + where
              + "), whose classes are not the host's. Give quen-plugin-api the scope 'provided'.");
    }
  }

  private static void refuseClosedCode(PluginZip zip) throws IOException, Unusable {
    for (Path file : zip.classFiles()) {
      Set<String> closed;
      try (InputStream in = Files.newInputStream(file)) {
        closed = new LinkedHashSet<>(CodeInspection.closedIn(in.readAllBytes()));
      }
      if (!closed.isEmpty()) {
        String name = className(zip.classes().relativize(file).toString());
        throw new Unusable(
            "Lớp " + name + " dùng thứ không mở cho tiện ích: " + String.join(", ", closed) + ".",
            name
                + " uses what is not open to plugins: "
                + String.join(", ", closed)
                + ". The plugin guide lists what is.");
      }
    }
  }

  private static String className(String path) {
    return path.substring(0, path.length() - ".class".length())
        .replace('\\', '/')
        .replace('/', '.');
  }

  @Override
  public void close() throws IOException {
    for (Release release : releases) {
      manager.unload(release.manifest().release());
    }
    deleteAll(unpacked);
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
