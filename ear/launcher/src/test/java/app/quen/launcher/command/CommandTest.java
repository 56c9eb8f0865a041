package app.quen.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  private static final String BUILDS =
      """
      echo "mvnw $*" >> calls
      mkdir -p ear/app/target ear/launcher/target/lib
      touch ear/app/target/quen.ear ear/launcher/target/quen-launcher.jar
      """;

  @TempDir Path root;

  private record Said(int exit, String out) {}

  @BeforeEach
  void repository() throws IOException {
    Files.copy(Path.of("../../quen"), root.resolve("quen"));
    for (String folder : List.of("plugins", "tenants", "platform", "ear", "docs/api")) {
      Files.createDirectories(root.resolve(folder));
    }
    Files.writeString(root.resolve("pom.xml"), "");
    Files.writeString(root.resolve("tenants/Source.java"), "");
    program("mvnw", BUILDS);
    program("jdk/bin/java", "printf 'java %s LC_ALL=%s\\n' \"$*\" \"${LC_ALL:-}\"");
    program("jdk/bin/javac", "");
    Files.writeString(root.resolve("jdk/release"), "JAVA_VERSION=\"21.0.5\"\n");
    program("bin/node", "echo v20.19.0");
    program("bin/npm", "");
  }

  @Test
  void helpNeedsNothingAtAll() throws Exception {
    Files.delete(root.resolve("jdk/release"));
    Files.delete(root.resolve("bin/node"));
    for (List<String> words :
        List.of(List.<String>of(), List.of("help"), List.of("run", "--help"))) {
      Said said = quen(words.toArray(String[]::new));
      assertThat(said.exit).isZero();
      assertThat(said.out).contains("./quen run [--fresh]", "QUEN_PORT (8080; the next two ports");
    }
    assertThat(calls()).isEmpty();
  }

  @Test
  void aWordThatNobodyKnowsIsRefusedBeforeTheBuild() throws Exception {
    assertThat(quen("rum")).isEqualTo(new Said(2, refusal("no such command: rum")));
    assertThat(quen("run", "--frsh").out).contains("run knows --fresh, not --frsh");
    assertThat(quen("test", "CommandTest").out).contains("test takes no further words");
    assertThat(calls()).isEmpty();
  }

  private static String refusal(String what) {
    return "quen: " + what + " (./quen help lists them)\n";
  }

  @Test
  void itBuildsOnceAndAgainOnlyAfterAChange() throws Exception {
    assertThat(quen("run").out).contains("quen: building", "app.quen.launcher.Quen run");
    assertThat(quen("run", "--fresh").out)
        .doesNotContain("building")
        .contains("app.quen.launcher.Quen run --fresh");

    later("tenants/.jqwik-database");
    later("tenants/target/Made.class");
    later("tenants/src/test/SomeTest.java");
    assertThat(quen("run").out).as("what tests leave is no source").doesNotContain("building");

    later("tenants/Source.java");
    assertThat(quen("run").out).contains("building");
    assertThat(calls()).hasSize(2);
  }

  @Test
  void supportsCommandsDoNotBuildAnew() throws Exception {
    quen("run");
    later("tenants/Source.java");

    assertThat(quen("ops", "tenants", "list").out)
        .doesNotContain("building")
        .contains("app.quen.launcher.Quen ops tenants list");
  }

  @Test
  void aNodeThatIsTooOldOrMissingIsNamed() throws Exception {
    for (String version : List.of("v18.20.4", "v20.18.3", "v9.0.0")) {
      program("bin/node", "echo " + version);
      assertThat(quen("run").out).contains("Node 20.19 or newer", "found: " + version);
    }
    program("bin/node", "exit 127");
    assertThat(quen("run").out).contains("found: no Node");
    assertThat(calls()).isEmpty();
    program("bin/node", "echo v24.1.0");
    assertThat(quen("run").exit).isZero();
  }

  @Test
  void aFailedBuildShowsTheReasonAndNotMavensStack() throws Exception {
    program(
        "mvnw",
        """
        echo 'The browser application wants something.'
        echo '[ERROR] Command execution failed.'
        for i in $(seq 100); do echo "    at org.apache.maven.Main ($i)"; done
        echo '[ERROR] Re-run Maven using the -X switch to enable full debug logging.'
        exit 1
        """);

    Said said = quen("run");

    assertThat(said.exit).isEqualTo(1);
    assertThat(said.out)
        .contains("The browser application wants something.", "[ERROR] Command", "build.log")
        .doesNotContain("    at ", "-X switch");
  }

  @Test
  void aTerminatedBuildTakesMavenAndWhatItHasStartedWithIt() throws Exception {
    program("mvnw", "sleep 600 & echo $! $$ > pids; wait");
    Process quen = start("run");
    await().until(() -> Files.exists(root.resolve("pids")) && !lines("pids").isEmpty());
    List<ProcessHandle> started =
        Stream.of(lines("pids").getFirst().split(" "))
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();

    quen.destroy();

    await().until(() -> !quen.isAlive() && started.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void aFolderThatTheServerCannotWorkFromIsRefusedBeforeTheBuild() throws Exception {
    for (String name : List.of("quen của tôi", "tải_về", "my quen")) {
      Path moved = Files.createDirectories(root.resolve(name));
      Files.copy(root.resolve("quen"), moved.resolve("quen"));
      Process running = startIn(moved, "run");
      assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(running.exitValue()).isEqualTo(1);
      assertThat(Files.readString(root.resolve("said")))
          .contains("spaces or accents in its path", "'" + moved.toRealPath() + "'");
    }
    assertThat(calls()).isEmpty();
  }

  @Test
  void aJavaThatReadsVietnameseAsQuestionMarksIsNotStarted() throws Exception {
    assertThat(quen("run").out).contains("LC_ALL=C.UTF-8");
  }

  @Test
  void aChromiumThatIsNotThereIsSaidBeforeTheTests() throws Exception {
    Said said = quen("test");

    assertThat(said.exit).isEqualTo(1);
    assertThat(said.out).contains("QUEN_CHROMIUM is /nowhere/chromium");
    assertThat(calls()).isEmpty();
  }

  private Said quen(String... words) throws IOException, InterruptedException {
    Process running = start(words);
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Said(running.exitValue(), Files.readString(root.resolve("said")));
  }

  private Process start(String... words) throws IOException {
    return startIn(root, words);
  }

  private Process startIn(Path folder, String... words) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of("bash", folder.resolve("quen").toString()), Stream.of(words))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(root.resolve("said").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("QUEN_"));
    builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
    builder.environment().put("PATH", root.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("QUEN_CHROMIUM", "/nowhere/chromium");
    return builder.start();
  }

  private List<String> calls() throws IOException {
    return Files.exists(root.resolve("calls")) ? lines("calls") : List.of();
  }

  private List<String> lines(String file) throws IOException {
    return Files.readAllLines(root.resolve(file));
  }

  private void program(String path, String script) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** A file that was written after the build. */
  private void later(String path) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }
}
