package app.quen.file;

import app.quen.access.Unrestricted;
import app.quen.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/** The folder of the tenant that is entered, on storage that all nodes share. */
@ApplicationScoped
public class TenantFolder {

  @Inject Tenants tenants;

  /**
   * @param kind of files, never taken from what somebody sent
   */
  @Unrestricted(because = "it opens nothing; whoever keeps files there asks for permissions")
  public Path of(String kind) {
    String root =
        ConfigProvider.getConfig()
            .getOptionalValue("quen.files.dir", String.class)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "quen.files.dir is not set: name a folder that all nodes share, e.g. by"
                            + " QUEN_FILES_DIR"));
    Path folder = Path.of(root).resolve(tenants.current().id().toString()).resolve(kind);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
