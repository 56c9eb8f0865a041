package app.quen.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.quen.launcher.Trouble;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Path ROOT = Path.of("/srv/quen");

  @Test
  void withoutAnySettingItIsADemoOnLoopback() {
    Settings settings = of(Map.of());

    assertThat(settings.home()).isEqualTo(ROOT.resolve(".quen"));
    assertThat(settings.localUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
    assertThat(settings.loopback()).isTrue();
    assertThat(settings.demo()).isTrue();
  }

  @Test
  void theDatabaseMayTakeAQuarterOfTheMemoryWithinBounds() {
    assertThat(Settings.bufferPool(4L << 30)).isEqualTo("1024M");
    assertThat(Settings.bufferPool(512L << 20)).isEqualTo("256M");
    assertThat(Settings.bufferPool(64L << 30)).isEqualTo("2048M");
  }

  @Test
  void onePortMovesAll() {
    Settings settings = of(Map.of("QUEN_PORT", "18080"));

    assertThat(settings.port()).isEqualTo(18080);
    assertThat(settings.adminPort()).isEqualTo(18081);
    assertThat(settings.databasePort()).isEqualTo(18082);
    assertThat(settings.publicUrl()).isEqualTo("http://localhost:18080");
  }

  @Test
  void aDatabaseOfSomebodysOwnGetsTheDemoOnlyWhenAskedFor() {
    String url = "jdbc:mariadb://db.internal:3306/";

    assertThat(of(Map.of("QUEN_CELL_URL", url)).demo()).isFalse();
    assertThat(of(Map.of("QUEN_CELL_URL", url, "QUEN_DEMO", "on")).demo()).isTrue();
  }

  @Test
  void anEmptySettingIsNone() {
    Settings settings = of(Map.of("QUEN_HOME", "", "QUEN_PORT", "", "QUEN_CELL_URL", " "));

    assertThat(settings.home()).isEqualTo(ROOT.resolve(".quen"));
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.externalDatabase()).isFalse();
  }

  @Test
  void whatCannotBeUnderstoodIsSaidWithItsName() {
    assertThatThrownBy(() -> of(Map.of("QUEN_PORT", "80")))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll("QUEN_PORT", "1024", "'80'");
    assertThatThrownBy(() -> of(Map.of("QUEN_DEMO", "no")))
        .isInstanceOf(Trouble.class)
        .hasMessageContainingAll("QUEN_DEMO", "'no'");
  }

  @Test
  void anAddressOfSixteenBytesStandsInBrackets() {
    assertThat(of(Map.of("QUEN_BIND", "::1")).localUrl()).isEqualTo("http://[::1]:8080");
    assertThat(of(Map.of("QUEN_BIND", "0.0.0.0")).localUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(of(Map.of("QUEN_BIND", "0.0.0.0")).loopback()).isFalse();
  }

  private static Settings of(Map<String, String> environment) {
    return Settings.of(ROOT, environment);
  }
}
