package app.quen.launcher.instance;

import app.quen.launcher.Trouble;
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
    Map<String, String> env = System.getenv();
    Path root = Path.of(System.getProperty("quen.root", ".")).toAbsolutePath().normalize();
    Map<String, String> own = new HashMap<>();
    env.forEach(
        (key, value) -> {
          if (key.startsWith("QUEN_")) {
            own.put(key, value);
          }
        });
    return new Settings(
        root,
        root.resolve(env.getOrDefault("QUEN_HOME", ".quen")),
        env.getOrDefault("QUEN_BIND", "127.0.0.1"),
        port(env.getOrDefault("QUEN_PORT", "8080")),
        env.getOrDefault("QUEN_HEAP", "640m"),
        env.getOrDefault("QUEN_BUFFER_POOL", "512M"),
        !env.getOrDefault("QUEN_DEMO", "on").equals("off"),
        Map.copyOf(own));
  }

  /** The same installation elsewhere: another folder, other ports, no demo data. */
  public Settings at(Path otherHome, int otherPort) {
    Map<String, String> own = new HashMap<>(environment);
    own.keySet()
        .removeIf(
            key ->
                key.startsWith("QUEN_CELL")
                    || key.startsWith("QUEN_DATABASE")
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

  /** Where this machine reaches the server. */
  public String localUrl() {
    String host = bind.equals("0.0.0.0") || bind.equals("127.0.0.1") ? "127.0.0.1" : bind;
    return "http://" + host + ":" + port;
  }

  /** What people type; browsers hold localhost for a safe place, so that session cookies work. */
  public String publicUrl() {
    return environment.getOrDefault("QUEN_PUBLIC_URL", "http://localhost:" + port);
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
