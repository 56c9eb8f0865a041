package app.quen.exporting.internal;

import app.quen.file.TenantFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The files of exports, each under the id of its run; while it is written it has a name of its own.
 */
@ApplicationScoped
class ExportedFiles {

  @Inject TenantFolder folder;

  Path path(UUID id) {
    return folder.of("exports").resolve(id.toString());
  }

  Path part(UUID id) {
    return folder.of("exports").resolve(id + "." + UUID.randomUUID() + ".part");
  }

  void finish(Path part, UUID id) {
    try {
      Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a crashed job left half-written, too. */
  void delete(UUID id) {
    try (var files = Files.newDirectoryStream(folder.of("exports"), id + "*")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
