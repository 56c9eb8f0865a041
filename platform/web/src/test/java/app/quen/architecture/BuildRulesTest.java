package app.quen.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the build refuses: Maven itself looks at projects that each break one rule. */
class BuildRulesTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Path FOLDER = Path.of("target/build-rules").toAbsolutePath();

  private static final String HOUSE = "pom.xml";
  private static final String PLUGIN = "plugins/pom.xml";

  private static final String OLDER = "net.bytebuddy:byte-buddy:1.15.11:compile";
  private static final String ASKING_FOR_NEWER = "org.assertj:assertj-core:3.27.6:compile";

  private static final Map<String, String> PROJECTS = new TreeMap<>();

  private static String said;

  @BeforeAll
  static void build() throws IOException, InterruptedException {
    project("fine", HOUSE, "org.slf4j:slf4j-api");
    project("javax-in-the-house", HOUSE, "javax.inject:javax.inject:1:compile");
    project("downgrade-in-the-house", HOUSE, OLDER, ASKING_FOR_NEWER);
    project("fine-plugin", PLUGIN);
    project("plugin-with-the-core", PLUGIN, "app.quen:quen-plugin-manifest:0.1.0-SNAPSHOT:compile");
    project("plugin-with-pf4j", PLUGIN, "org.pf4j:pf4j:3.15.0:compile");
    project("plugin-with-a-server", PLUGIN, "jakarta.servlet:jakarta.servlet-api:6.1.0:compile");
    project("downgrade-in-a-plugin", PLUGIN, OLDER, ASKING_FOR_NEWER);
    said = validate();
  }

  @Test
  void whatBreaksNoRuleIsBuilt() {
    assertThat(said)
        .containsPattern(" fine [^ ]+ \\.+ SUCCESS")
        .containsPattern(" fine-plugin [^ ]+ \\.+ SUCCESS");
  }

  @Test
  void nobodyTakesJavax() {
    assertThat(refusalOf("javax-in-the-house"))
        .contains("Jakarta EE only", "javax.inject:javax.inject");
  }

  @Test
  void nobodyGetsAnOlderLibraryThanOneOfItsOthersAsksFor() {
    assertThat(refusalOf("downgrade-in-the-house"))
        .contains("RequireUpperBoundDeps", "byte-buddy:1.15.11");
    assertThat(refusalOf("downgrade-in-a-plugin"))
        .contains("RequireUpperBoundDeps", "byte-buddy:1.15.11");
  }

  @Test
  void aPluginCarriesNothingOfQuen() {
    assertThat(refusalOf("plugin-with-the-core"))
        .contains("only through quen-plugin-api", "quen-plugin-manifest");
  }

  @Test
  void aPluginCarriesNothingThatTheHostGives() {
    assertThat(refusalOf("plugin-with-pf4j"))
        .contains("The host gives PF4J", "org.pf4j:pf4j:jar:3.15.0");
  }

  @Test
  void aPluginUsesNoServer() {
    assertThat(refusalOf("plugin-with-a-server"))
        .contains("no server and no database", "jakarta.servlet:jakarta.servlet-api");
  }

  /** What Maven said when it stopped at the project, or nothing. */
  private static String refusalOf(String project) {
    return said.lines()
        .dropWhile(line -> !line.contains("on project " + project + ":"))
        .takeWhile(
            line -> line.contains("on project " + project + ":") || !line.contains(" on project "))
        .collect(Collectors.joining("\n"));
  }

  private static void project(String name, String parent, String... dependencies)
      throws IOException {
    var list = new StringBuilder();
    for (var dependency : dependencies) {
      var parts = dependency.split(":");
      list.append(
          "<dependency><groupId>%s</groupId><artifactId>%s</artifactId>"
              .formatted(parts[0], parts[1]));
      if (parts.length > 2) {
        list.append("<version>%s</version><scope>%s</scope>".formatted(parts[2], parts[3]));
      }
      list.append("</dependency>");
    }
    var pom =
        """
        <project>
          <modelVersion>4.0.0</modelVersion>
          <parent>
            <groupId>app.quen</groupId>
            <artifactId>%s</artifactId>
            <version>0.1.0-SNAPSHOT</version>
            <relativePath>%s</relativePath>
          </parent>
          <artifactId>%s</artifactId>
          <dependencies>%s</dependencies>
        </project>
        """
            .formatted(
                parent.equals(HOUSE) ? "quen-parent" : "quen-plugin-parent",
                FOLDER.resolve(name).relativize(ROOT.resolve(parent)),
                name,
                list);
    Files.createDirectories(FOLDER.resolve(name));
    Files.writeString(FOLDER.resolve(name).resolve("pom.xml"), pom);
    PROJECTS.put(name, pom);
  }

  /** All in one go; the rooms that plugins get from Quen are taken in as they are here. */
  private static String validate() throws IOException, InterruptedException {
    var modules = new ArrayList<>(PROJECTS.keySet());
    for (var room : List.of("plugins/api", "plugins/manifest", "plugins/testkit")) {
      modules.add(FOLDER.relativize(ROOT.resolve(room)).toString());
    }
    Files.writeString(
        FOLDER.resolve("pom.xml"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>app.quen.rules</groupId>"
            + "<artifactId>rules</artifactId><version>1</version><packaging>pom</packaging><modules>"
            + modules.stream().map("<module>%s</module>"::formatted).collect(Collectors.joining())
            + "</modules></project>");
    var command =
        new ArrayList<>(List.of(ROOT.resolve("mvnw").toString(), "-B", "-fae", "validate"));
    if ("offline=true".equals(System.getProperty("quen.maven"))) {
      command.add("-o");
    }
    var maven = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = maven.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(text).isEqualTo(1);
    return text;
  }
}
