package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What an installation promises to whatever else runs on the machine. */
class InstallationIT {

  @Test
  void itsDatabaseSharesNoFolderWithAnother() throws Exception {
    var instance = Installations.complete();
    try (var root = Objects.requireNonNull(instance.database()).asRoot();
        var statement = root.createStatement();
        var row = statement.executeQuery("SELECT @@datadir, @@tmpdir, @@socket")) {
      row.next();
      var data = Path.of(row.getString(1));
      assertThat(data).startsWith(instance.home());
      assertThat(Path.of(row.getString(2))).startsWith(instance.home());
      assertThat(data.resolve(row.getString(3))).startsWith(instance.home());
    }
  }
}
