package app.quen.pluginhost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Builds plugin zips from sources, good and bad ones. */
public final class ZipBuilder {

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final List<SimpleJavaFileObject> sources = new ArrayList<>();
  private boolean indexed = true;

  /** A plugin of this id and version with nothing but a name. */
  public static ZipBuilder plugin(String id, String version) {
    return new ZipBuilder()
        .manifest(
            """
            id: %s
            version: %s
            requiresApi: 0.1
            name: {vi: Thử %s, en: Test %s}
            description: {vi: Để thử, en: For tests}
            vendor: Tests
            industries: [other]
            """
                .formatted(id, version, id, id));
  }

  /** One of the repository's plugins, as its parent would pack it. */
  public static ZipBuilder project(String name) throws IOException {
    Path project = Path.of("../../plugins", name);
    var zip = new ZipBuilder().manifest(Files.readString(project.resolve("quen-plugin.yaml")));
    try (Stream<Path> files = Files.walk(project.resolve("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        zip.source(
            project.resolve("src/main/java").relativize(file).toString(), Files.readString(file));
      }
    }
    return zip;
  }

  public ZipBuilder manifest(String yaml) {
    return entry("quen-plugin.yaml", yaml.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds lines to the manifest. */
  public ZipBuilder declaring(String yaml) {
    String before = new String(entries.get("quen-plugin.yaml"), StandardCharsets.UTF_8);
    return manifest(before + yaml);
  }

  public ZipBuilder entry(String name, byte[] content) {
    entries.put(name, content);
    return this;
  }

  public ZipBuilder without(String name) {
    entries.remove(name);
    return this;
  }

  /**
   * Adds a class, compiled as a vendor's would be.
   *
   * @param body everything from the class's annotations on; the package is {@code vendor}, the API
   *     is imported
   */
  public ZipBuilder code(String simpleName, String body) {
    return source(
        "vendor/" + simpleName + ".java",
        """
        package vendor;
        import app.quen.plugin.*;
        import java.util.*;
        import org.pf4j.Extension;
        """
            + body);
  }

  private ZipBuilder source(String path, String text) {
    sources.add(
        new SimpleJavaFileObject(
            URI.create("string:///" + path), SimpleJavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
          }
        });
    return this;
  }

  /** Leaves PF4J's annotation processor out, as a vendor without our parent might. */
  public ZipBuilder withoutIndex() {
    indexed = false;
    return this;
  }

  public Path into(Path folder, String file) throws IOException {
    Files.createDirectories(folder);
    if (!sources.isEmpty()) {
      compile();
    }
    Path zip = folder.resolve(file);
    try (OutputStream out = Files.newOutputStream(zip)) {
      out.write(zipped(entries));
    }
    return zip;
  }

  public static byte[] zipped(Map<String, byte[]> entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private void compile() throws IOException {
    Path classes = Files.createTempDirectory("plugin-classes");
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    List<String> options =
        new ArrayList<>(
            List.of(
                "-d",
                classes.toString(),
                "-classpath",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "--release",
                "21"));
    options.addAll(
        indexed
            ? List.of("-processor", "org.pf4j.processor.ExtensionAnnotationProcessor")
            : List.of("-proc:none"));
    var messages = new StringWriter();
    boolean compiled = javac.getTask(messages, null, null, options, null, sources).call();
    assertThat(compiled).as(messages.toString()).isTrue();
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        entry("classes/" + classes.relativize(file), Files.readAllBytes(file));
      }
    }
  }
}
