package app.quen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the pages show do what they say, as they are written there. */
class GuidesIT {

  private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

  @TempDir Path folder;

  @Test
  void theApiGuideRunsFromSignUpToImport() throws Exception {
    String said = run(String.join("\n", commands("docs/api.md")));
    assertThat(said)
        .contains("urn:quen:problem:conflict")
        .contains("\"state\":\"checked\"")
        .contains("\"state\":\"completed\"")
        .contains("\"created\":1,\"rejected\":1,\"skipped\":0,\"updated\":1")
        .contains("KH-0003,Lê Thị Hồng")
        .contains("Trần Văn Bảo");
  }

  @Test
  void theReadmesSignUpWorks() throws Exception {
    String signUp =
        commands("README.md").stream()
            .filter(each -> each.contains("/api/v1/signup"))
            .findFirst()
            .orElseThrow();
    assertThat(run(signUp.replace("localhost:8080", "$QUEN_URL")))
        .contains("\"slug\":\"tiem-sach-may\"");
  }

  @Test
  void supportsCommandsWorkAsTheOperationsPageShowsThem() throws Exception {
    Business business = Business.signUp();
    String slug = business.slug();
    String ops =
        Files.readAllLines(root().resolve("docs/operations.md")).stream()
            .filter(line -> line.startsWith("./quen ops "))
            .map(line -> line.replace("lan@tiem-sach-may.vn", business.email()))
            .map(line -> line.replace("tiem-sach-may", slug))
            .collect(Collectors.joining("\n"));
    assertThat(ops.lines()).hasSize(10);

    String said =
        run(
            "cd '%s'\nexport QUEN_OPERATOR_TOKEN='%s'\n%s"
                .formatted(root(), Served.operatorToken(), ops));

    assertThat(said)
        .contains("slug ")
        .containsPattern("state +suspended")
        .containsPattern("reason +unpaid since March")
        .contains("state              active\n")
        .contains("The trail is whole.\n")
        .contains(business.email() + " signs in with the password alone now")
        .containsPattern(slug + ": key 2(, and no other|, takes over)")
        .containsPattern(slug + ": values under keys 2, (being renewed|and none left to renew)");
  }

  private static Path root() {
    return Path.of(System.getProperty("quen.root", "../..")).toAbsolutePath().normalize();
  }

  private static List<String> commands(String page) throws IOException {
    String text = Files.readString(root().resolve(page));
    return COMMANDS.matcher(text).results().map((MatchResult found) -> found.group(1)).toList();
  }

  private String run(String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("commands.sh"), script);
    Path output = folder.resolve("output");
    var bash =
        new ProcessBuilder("bash", "-eu", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    bash.environment().put("QUEN_URL", Installations.complete().settings().localUrl());
    bash.environment().put("TMPDIR", folder.toString());
    Process running = bash.start();
    if (!running.waitFor(3, TimeUnit.MINUTES)) {
      running.destroyForcibly();
    }
    String said = Files.readString(output);
    assertThat(running.waitFor()).as(said).isZero();
    return said;
  }
}
