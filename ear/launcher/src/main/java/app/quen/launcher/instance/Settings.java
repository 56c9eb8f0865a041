package app.quen.launcher.instance;

import app.quen.launcher.Trouble;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person may choose for an instance.
 *
 * @param root the folder of the repository, where the built parts are found
 * @param home the folder of the data (by default {@code .quen})
 * @param port HTTP; the server's admin port is the next one, the database's the one after it
 * @param environment further QUEN_… settings, handed to the server as they are
 */
public record Settings(
    Path root,
    Path home,
    String bind,
    int port,
    String heap,
    String bufferPool,
    boolean demo,
    Map<String, String> environment) {

  public static Settings ofEnvironment() {
    return of(
        Path.of(System.getProperty("quen.root", ".")).toAbsolutePath().normalize(),
        System.getenv());
  }

  static Settings of(Path root, Map<String, String> environment) {
    Map<String, String> own = new HashMap<>();
    environment.forEach(
        (key, value) -> {
          // an empty one is none: QUEN_HOME= would be the folder of the repository
          if (key.startsWith("QUEN_") && !value.isBlank()) {
            own.put(key, value);
          }
        });
    return new Settings(
        root,
        root.resolve(own.getOrDefault("QUEN_HOME", ".quen")),
        own.getOrDefault("QUEN_BIND", "127.0.0.1"),
        port(own.getOrDefault("QUEN_PORT", "8080")),
        own.getOrDefault("QUEN_HEAP", "640m"),
        own.getOrDefault("QUEN_BUFFER_POOL", bufferPool(memory())),
        demo(own),
        Map.copyOf(own));
  }

  /** Its password is public: a database of somebody's own gets it only if they ask for it. */
  private static boolean demo(Map<String, String> own) {
    String wanted =
        own.getOrDefault("QUEN_DEMO", own.containsKey("QUEN_CELL_URL") ? "off" : "on").strip();
    return switch (wanted) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new Trouble("QUEN_DEMO must be on or off, and is '" + wanted + "'.");
    };
  }

  /** The same installation elsewhere: another folder, other ports, no demo data, no mail. */
  public Settings at(Path otherHome, int otherPort) {
    Map<String, String> own = new HashMap<>(environment);
    own.keySet()
        .removeIf(
            key ->
                key.startsWith("QUEN_CELL")
                    || key.startsWith("QUEN_DATABASE")
                    || key.startsWith("QUEN_MAIL")
                    || key.equals("QUEN_OPERATOR_TOKEN")
                    || key.equals("QUEN_PUBLIC_URL"));
    return new Settings(
        root, otherHome, "127.0.0.1", otherPort, heap, bufferPool, false, Map.copyOf(own));
  }

  public Settings withDemo(boolean wanted) {
    return new Settings(root, home, bind, port, heap, bufferPool, wanted, environment);
  }

  public Settings with(String key, String value) {
    Map<String, String> own = new HashMap<>(environment);
    own.put(key, value);
    return new Settings(root, home, bind, port, heap, bufferPool, demo, Map.copyOf(own));
  }

  public int adminPort() {
    return port + 1;
  }

  public int databasePort() {
    return port + 2;
  }

  /** Whether the database is somebody else's: then none is started here. */
  public boolean externalDatabase() {
    return environment.containsKey("QUEN_CELL_URL");
  }

  public @Nullable String environment(String key) {
    return environment.get(key);
  }

  /** Whether only this machine reaches the server. */
  public boolean loopback() {
    return bind.startsWith("127.") || bind.equals("::1") || bind.equals("localhost");
  }

  /** Where this machine reaches the server. */
  public String localUrl() {
    String host =
        switch (bind) {
          case "0.0.0.0", "::" -> "127.0.0.1";
          default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
    return "http://" + host + ":" + port;
  }

  /** What people type; browsers hold localhost for a safe place, so that session cookies work. */
  public String publicUrl() {
    return environment.getOrDefault("QUEN_PUBLIC_URL", "http://localhost:" + port);
  }

  /**
   * A quarter of the memory, from 256 MB to 2 GB. The database takes it only as its data grow: with
   * the demo data it stays small.
   */
  static String bufferPool(long memoryBytes) {
    long quarter = memoryBytes / 4 / (1024 * 1024);
    return Math.clamp(quarter, 256, 2048) + "M";
  }

  private static long memory() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text.strip());
      if (port >= 1024 && port <= 65_000) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // said below
    }
    throw new Trouble("QUEN_PORT must be a number from 1024 to 65000, and is '" + text + "'.");
  }
}
