package app.quen.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.plugin.CustomerRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {

  private static final String AGREES =
      """
      @Extension public class Check implements CustomerCheck {
        public List<Refusal> check(CustomerRecord customer, CheckContext context) {
          return List.of();
        }
      }
      """;

  @TempDir Path temp;
  private PluginFolder folder;

  @AfterEach
  void close() throws Exception {
    if (folder != null) {
      folder.close();
    }
  }

  @Test
  void theRepositorysPluginsLoad() throws Exception {
    for (String name : List.of("hello", "telecom", "retail")) {
      ZipBuilder.project(name).into(plugins(), name + ".zip");
    }
    load();

    assertThat(folder.broken()).isEmpty();
    assertThat(folder.releases())
        .extracting(
            release -> release.manifest().release(),
            release -> release.manifest().fields().size(),
            release -> release.checks().size(),
            release -> release.listeners().size())
        .containsExactly(
            tuple("hello@0.1.0", 1, 1, 1),
            tuple("retail@0.1.0", 11, 1, 1),
            tuple("telecom@0.1.0", 19, 1, 0));
  }

  @Test
  void twoReleasesOfAPluginLiveSideBySideWithTheirOwnCode() throws Exception {
    for (String version : List.of("1.9.0", "1.10.0")) {
      ZipBuilder.plugin("acme", version)
          .code(
              "Check",
              """
              @Extension public class Check implements CustomerCheck {
                public List<Refusal> check(CustomerRecord customer, CheckContext context) {
                  return List.of(Refusal.ofRecord("v", "%s", "%s"));
                }
              }
              """
                  .formatted(version, version))
          .into(plugins(), "acme-" + version + ".zip");
    }
    load();

    assertThat(folder.releases()).extracting(Release::version).containsExactly("1.9.0", "1.10.0");
    var customer = new CustomerRecord(null, Set.of(), Map.of());
    assertThat(folder.releases())
        .extracting(
            release -> release.checks().getFirst().check(customer, null).getFirst().message().en())
        .containsExactly("1.9.0", "1.10.0");
    assertThat(folder.releases().getFirst().checks().getFirst().getClass())
        .isNotEqualTo(folder.releases().getLast().checks().getFirst().getClass());
  }

  @Test
  void aPluginOfFieldsAloneNeedsNoCode() throws Exception {
    ZipBuilder.plugin("acme", "1.0.0")
        .declaring("fields: [{key: size, type: number, label: {vi: Cỡ, en: Size}}]\n")
        .into(plugins(), "acme.zip");
    load();

    assertThat(folder.releases()).hasSize(1);
  }

  @Test
  void brokenZipsAreListedWithTheReasonAndStopNobody() throws Exception {
    Files.createDirectories(plugins());
    Files.writeString(plugins().resolve("a-text.zip"), "no zip at all");
    ZipBuilder.plugin("b", "1.0.0").without("quen-plugin.yaml").into(plugins(), "b-manifest.zip");
    ZipBuilder.plugin("cc", "1.0.0").declaring("colour: red\n").into(plugins(), "c-unknown.zip");
    ZipBuilder.plugin("dd", "1.0.0").into(plugins(), "d-nothing.zip");
    ZipBuilder.plugin("ee", "1.0.0")
        .code("Check", AGREES)
        .withoutIndex()
        .into(plugins(), "e-index.zip");
    ZipBuilder.plugin("ff", "1.0.0")
        .code("Check", AGREES.replace("public class Check ", "class Check "))
        .into(plugins(), "f-private.zip");
    ZipBuilder.plugin("gg", "1.0.0")
        .code("Check", AGREES.replace("public List", "static { int i = 1 / 0; } public List"))
        .into(plugins(), "g-static.zip");
    ZipBuilder.plugin("hh", "1.0.0").code("Check", AGREES).into(plugins(), "h-good.zip");
    ZipBuilder.plugin("hh", "1.0.0").code("Check", AGREES).into(plugins(), "i-again.zip");
    load();

    assertThat(folder.releases()).extracting(Release::file).containsExactly("h-good.zip");
    assertThat(reasons())
        .satisfiesExactly(
            a -> assertThat(a).startsWith("a-text.zip: The file is no zip"),
            b -> assertThat(b).startsWith("b-manifest.zip: quen-plugin.yaml is missing"),
            c -> assertThat(c).contains("line 8, colour: is unknown here; known are id, version"),
            d -> assertThat(d).startsWith("d-nothing.zip: It contributes nothing"),
            e -> assertThat(e).contains("names no extension. Put @Extension on the class"),
            f -> assertThat(f).contains("vendor.Check is no public class"),
            g -> assertThat(g).contains("vendor.Check cannot be loaded", "/ by zero"),
            i -> assertThat(i).contains("hh@1.0.0 is already there, in h-good.zip"));
    assertThat(folder.broken()).allMatch(broken -> !broken.reason().vi().isBlank());
  }

  @Test
  void aPluginForAnotherApiIsRefused() throws Exception {
    ZipBuilder.plugin("acme", "1.0.0")
        .manifest(
            """
            id: acme
            version: 1.0.0
            requiresApi: 7.3
            name: {vi: A, en: A}
            description: {vi: A, en: A}
            vendor: A
            industries: [other]
            """)
        .into(plugins(), "acme.zip");
    load();

    assertThat(reasons())
        .singleElement()
        .asString()
        .contains("requires the plugin API 7.3 and this Quen offers 0.1");
  }

  @Test
  void aBundledCopyOfTheApiIsRefusedInClassesAndInLibraries() throws Exception {
    byte[] copy = Files.readAllBytes(apiClass("Refusal"));
    ZipBuilder.plugin("acme", "1.0.0")
        .code("Check", AGREES)
        .entry("classes/app/quen/plugin/Refusal.class", copy)
        .into(plugins(), "classes.zip");
    ZipBuilder.plugin("acme", "2.0.0")
        .code("Check", AGREES)
        .entry("lib/api.jar", ZipBuilder.zipped(Map.of("app/quen/plugin/Refusal.class", copy)))
        .into(plugins(), "lib.zip");
    load();

    assertThat(folder.releases()).isEmpty();
    assertThat(reasons())
        .satisfiesExactly(
            one -> assertThat(one).contains("app.quen.plugin.Refusal in classes/", "'provided'"),
            two -> assertThat(two).contains("app.quen.plugin.Refusal in lib/api.jar"));
  }

  @Test
  void entriesThatPointOutOfTheZipAreRefusedAndNothingIsWritten() throws Exception {
    int number = 0;
    for (String name :
        List.of("../escaped.txt", "classes/../../escaped.txt", "/tmp/escaped", "..\\escaped.txt")) {
      ZipBuilder.plugin("acme", "1.0." + number++)
          .entry(name, new byte[] {1})
          .into(plugins(), "slip" + number + ".zip");
    }
    load();

    assertThat(reasons())
        .hasSize(4)
        .allMatch(reason -> reason.contains("points out of its folder"));
    assertThat(temp.resolve("unpacked/escaped.txt")).doesNotExist();
    assertThat(temp.resolve("escaped.txt")).doesNotExist();
  }

  @Test
  void aZipThatGrowsBeyondTheLimitIsRefusedWhileItIsUnpacked() throws Exception {
    ZipBuilder.plugin("acme", "1.0.0")
        .entry("lib/big.jar", new byte[3_000_000])
        .into(plugins(), "bomb.zip");
    folder =
        new PluginFolder(
            plugins(), temp.resolve("unpacked"), new PluginZip.Limits(1 << 20, 2 << 20, 100));

    assertThat(Files.size(plugins().resolve("bomb.zip"))).isLessThan(10_000);
    assertThat(reasons()).singleElement().asString().contains("unpacked it has more than 2 MB");
  }

  @Test
  void unpackedFilesAreGoneAfterwards() throws Exception {
    ZipBuilder.plugin("acme", "1.0.0").code("Check", AGREES).into(plugins(), "acme.zip");
    load();
    assertThat(temp.resolve("unpacked")).isNotEmptyDirectory();
    folder.close();

    assertThat(temp.resolve("unpacked")).doesNotExist();
    folder = null;
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  static Path apiClass(String name) throws Exception {
    Path location =
        Path.of(
            app.quen.plugin.Refusal.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    if (Files.isDirectory(location)) {
      return location.resolve("app/quen/plugin/" + name + ".class");
    }
    var jar = java.nio.file.FileSystems.newFileSystem(location);
    return jar.getPath("app/quen/plugin/" + name + ".class");
  }

  private List<String> reasons() {
    return folder.broken().stream()
        .map(broken -> broken.file() + ": " + broken.reason().en())
        .toList();
  }

  private Path plugins() {
    return temp.resolve("plugins");
  }

  private void load() throws Exception {
    folder = new PluginFolder(plugins(), temp.resolve("unpacked"), PluginZip.Limits.USUAL);
  }
}
