package app.quen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever follows the guide has plugins/hello at the end, to the letter. */
class PluginGuideTest {

  private static final Path GUIDE = Path.of("../../docs/plugin-guide.md");
  private static final Path HELLO = Path.of("../hello");
  private static final Pattern FILE =
      Pattern.compile("^```[a-z]+ (\\S+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @Test
  void theBlocksOfTheGuideAreTheFilesOfHello() throws IOException {
    Map<String, String> told = new TreeMap<>();
    Matcher block = FILE.matcher(Files.readString(GUIDE));
    while (block.find()) {
      told.put(block.group(1), block.group(2));
    }
    assertThat(told).isEqualTo(filesOfHello());
  }

  @Test
  void theGuideNamesEveryFieldThatCanBeRead() throws IOException {
    assertThat(Files.readString(GUIDE))
        .contains(Manifest.READABLE.stream().map(field -> "`" + field + "`").toList());
  }

  private static Map<String, String> filesOfHello() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(HELLO)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = HELLO.relativize(file).toString();
        if (!name.startsWith("target")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }
}
