package app.quen.launcher.testing;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Counts the test cases in JUnit's XML, which all our runners write. */
final class Reports {
  private static final Set<String> NOT_OURS = Set.of("node_modules", "src", ".git", "server");

  private final Path root;
  private final Instant since;

  Reports(Path root, Instant since) {
    this.root = root;
    this.since = since;
  }

  /** How many passed, failed and were not run. */
  record Count(int passed, int failed, int skipped) {
    Count plus(Count other) {
      return new Count(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }
  }

  Count surefire() throws IOException {
    return count(file -> file.toString().contains("/target/surefire-reports/TEST-"));
  }

  Count failsafe() throws IOException {
    return count(file -> file.toString().contains("/target/failsafe-reports/TEST-"));
  }

  Count vitest() throws IOException {
    return count(root.resolve("platform/ui/target/vitest.xml")::equals);
  }

  Count browser() throws IOException {
    return count(root.resolve("platform/ui/target/e2e.xml")::equals);
  }

  private Count count(Predicate<Path> wanted) throws IOException {
    Count sum = new Count(0, 0, 0);
    for (Path report : reports(wanted)) {
      try {
        sum = sum.plus(read(report));
      } catch (XMLStreamException cut) {
        // a runner that died while it wrote has failed
        sum = sum.plus(new Count(0, 1, 0));
      }
    }
    return sum;
  }

  /** Those of this run: older ones are left over from another. */
  private List<Path> reports(Predicate<Path> wanted) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".xml")
                && wanted.test(file)
                && attributes.lastModifiedTime().compareTo(FileTime.from(since)) >= 0) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        });
    return found;
  }

  private static Count read(Path report) throws IOException, XMLStreamException {
    int cases = 0;
    int failed = 0;
    int skipped = 0;
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (var stream = Files.newInputStream(report)) {
      XMLStreamReader xml = factory.createXMLStreamReader(stream);
      boolean broken = false;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamReader.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "testcase" -> {
              cases++;
              broken = false;
            }
            case "failure", "error" -> {
              // one test that fails in two ways is one failed test
              failed += broken ? 0 : 1;
              broken = true;
            }
            case "skipped" -> skipped++;
            default -> {}
          }
        }
      }
    }
    return new Count(cases - failed - skipped, failed, skipped);
  }
}
