package app.quen.audit.internal;

import app.quen.audit.ExportTrail;
import app.quen.tenant.Tenant;
import app.quen.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody outside who downloads a trail and checks it with the program in the docs. */
final class Stranger {

  private Stranger() {}

  static Path download(World world, TrailWorld trails, Tenant shop, Path file) throws IOException {
    var content = trails.as(shop, () -> world.bean(ExportTrail.class).export());
    try (var out = Files.newOutputStream(file)) {
      trails.as(
          shop,
          () -> {
            content.writeTo(out);
            return true;
          });
    }
    return file;
  }

  /** Its exit status and what it says. */
  static String check(Path download, @Nullable Path older) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("python3", script().toString(), download.toString()));
    if (older != null) {
      command.add(older.toString());
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes()).strip();
    return process.waitFor() + " " + said;
  }

  private static Path script() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("docs/check_trail.py"))) {
      here = Objects.requireNonNull(here.getParent(), "docs/check_trail.py is nowhere above");
    }
    return here.resolve("docs/check_trail.py");
  }
}
