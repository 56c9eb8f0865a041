package app.quen.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.launcher.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path temporary;

  @Test
  void aNewFolderIsMadeForTheOwnerAlone() throws IOException {
    Path folder = temporary.resolve("new/quen");
    try (Home home = Home.take(folder)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void onlyOneInstanceHasTheFolder() throws IOException {
    try (Home first = Home.take(temporary)) {
      assertThatThrownBy(() -> Home.take(first.folder()))
          .isInstanceOf(Trouble.class)
          .hasMessageContainingAll("another Quen is running on", "QUEN_HOME=");
    }
    Home.take(temporary).close();
  }

  @Test
  void aFolderWithSomebodysFilesIsRefusedAndLeftAsItIs() throws IOException {
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(temporary.resolve("thesis.txt"), "nine months of work");

    assertThatThrownBy(() -> Home.take(temporary))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll(temporary.toString(), "not Quen's", "QUEN_HOME=");

    assertThat(temporary).isDirectoryContaining("glob:**/thesis.txt");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary)))
        .isEqualTo("rwxr-xr-x");
  }

  @Test
  void pluginsMayBeThereBeforeTheFirstStart() throws IOException {
    Files.createDirectories(temporary.resolve("plugins"));

    try (Home home = Home.take(temporary)) {
      assertThat(home.folder().resolve("plugins")).exists();
    }
  }

  @Test
  void beginningAnewThrowsAwayEverythingButTheLock() throws IOException {
    try (Home home = Home.take(temporary)) {
      Files.createDirectories(temporary.resolve("db/data"));
      Files.writeString(temporary.resolve("db/data/row"), "old");

      home.empty();

      assertThat(temporary.toFile().list()).containsExactly("lock");
    }
  }

  @Test
  void aPlaceWhereNothingCanBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> Home.take(file))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll(file.toString(), "cannot be used", "QUEN_HOME=");
  }

  @Test
  void tooLittleSpaceIsSaidInNumbers() throws IOException {
    try (Home home = Home.take(temporary)) {
      home.mustHaveSpace(2_000_000_000L);
      assertThatThrownBy(() -> home.mustHaveSpace(1_572_000_000L))
          .isInstanceOf(Trouble.class)
          .hasMessageContainingAll("1572 MB", "2000 MB", temporary.toString(), "QUEN_HOME=");
    }
  }
}
