package app.quen.attachment.internal;

import app.quen.attachment.AttachmentTooLarge;
import app.quen.digest.Sha256;
import app.quen.file.TenantFolder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The files of attachments, each under the digest of its content, however many records have it. */
@ApplicationScoped
class StoredContent {

  private static final long DEFAULT_MAX_BYTES = 25L << 20;

  private static final String PART = ".part";

  @Inject TenantFolder folder;

  /** A file that was received and belongs to no record yet. */
  record Received(Path file, String digest, long size) {}

  /** The name of a file that is about to come. */
  String newPart() {
    return UUID.randomUUID() + PART;
  }

  void deletePart(String part) {
    delete(folder.of("attachments").resolve(part));
  }

  static boolean isPart(String name) {
    return name.endsWith(PART);
  }

  /**
   * @throws AttachmentTooLarge if there are too many bytes
   */
  Received receive(String part, InputStream content) {
    long max =
        ConfigProvider.getConfig()
            .getOptionalValue("quen.attachments.max-bytes", Long.class)
            .orElse(DEFAULT_MAX_BYTES);
    Path file = folder.of("attachments").resolve(part);
    MessageDigest digest = Sha256.begun();
    long size = 0;
    boolean whole = false;
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
        size += n;
        if (size > max) {
          throw new AttachmentTooLarge(max);
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
      whole = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!whole) {
        delete(file);
      }
    }
    return new Received(file, HexFormat.of().formatHex(digest.digest()), size);
  }

  /** The caller holds a row with this digest, so that nobody sweeps it away meanwhile. */
  void keep(Received received) {
    Path file = path(received.digest);
    try {
      if (!Files.exists(file)) {
        Files.createDirectories(file.getParent());
        Files.copy(received.file, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is this content already, so that it takes no more room. */
  boolean known(String digest) {
    return Files.exists(path(digest));
  }

  Path path(String digest) {
    return folder.of("attachments").resolve(digest.substring(0, 2)).resolve(digest);
  }

  void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
