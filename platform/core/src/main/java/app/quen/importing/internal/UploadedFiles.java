package app.quen.importing.internal;

import app.quen.file.TenantFolder;
import app.quen.importing.TooLarge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The files of the tenant that is entered, each under the id of its import: what it was called
 * where it came from is only shown, never part of a path.
 */
@ApplicationScoped
public class UploadedFiles {

  private static final long DEFAULT_MAX_BYTES = 100L << 20;

  @Inject TenantFolder folder;

  public Path path(UUID id) {
    return folder.of("imports").resolve(id.toString());
  }

  /**
   * @return how many bytes it has
   */
  public long store(UUID id, InputStream content) {
    long max = maxBytes();
    Path file = path(id);
    try {
      long size = 0;
      try (OutputStream out = Files.newOutputStream(file)) {
        byte[] buffer = new byte[1 << 16];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
          size += n;
          if (size > max) {
            throw new TooLarge(max);
          }
          out.write(buffer, 0, n);
        }
      }
      return size;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void delete(UUID id) {
    try {
      Files.deleteIfExists(path(id));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long maxBytes() {
    return ConfigProvider.getConfig()
        .getOptionalValue("quen.imports.max-bytes", Long.class)
        .orElse(DEFAULT_MAX_BYTES);
  }
}
