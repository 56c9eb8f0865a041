package app.quen.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import app.quen.manifest.ApiVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pf4j.ExtensionPoint;

/** What holds for every plugin: implement it in one test class. */
public interface PluginContract extends PluginProject {

  @Test
  default void theManifestIsValid() {
    assertThat(manifest().id()).isNotEmpty();
  }

  @Test
  default void theManifestAndTheBuildAgree() {
    String id = System.getProperty("quen.plugin.id", manifest().id());
    String version = System.getProperty("quen.plugin.version", manifest().version().toString());
    assertThat(manifest().id()).as("id in the manifest, artifactId in pom.xml").isEqualTo(id);
    assertThat(manifest().version()).as("version in both").hasToString(version);
  }

  @Test
  default void theApiServesThisPlugin() {
    assertThat(ApiVersion.OFFERED.serves(manifest().requiresApi()))
        .as(
            "requiresApi %s with the API %s of this testkit",
            manifest().requiresApi(), ApiVersion.OFFERED)
        .isTrue();
  }

  @Test
  default void itContributesSomething() {
    assertThat(manifest().fields().size() + extensions().size())
        .as("fields in the manifest and extensions in the code")
        .isPositive();
  }

  @Test
  default void everyExtensionIsInTheIndex() throws IOException {
    Path index = classes().resolve("META-INF/extensions.idx");
    List<String> indexed =
        Files.exists(index)
            ? Files.readAllLines(index).stream().filter(line -> !line.startsWith("#")).toList()
            : List.of();
    assertThat(indexed)
        .as(
            "META-INF/extensions.idx names every extension; else @Extension is missing on the"
                + " class, or PF4J's annotation processor did not run (inherit"
                + " quen-plugin-parent)")
        .containsExactlyInAnyOrderElementsOf(extensions().stream().map(Class::getName).toList());
  }

  @Test
  default void everyExtensionCanBeMade() throws ReflectiveOperationException {
    for (Class<?> extension : extensions()) {
      assertThat(Modifier.isPublic(extension.getModifiers()))
          .as("%s is public", extension)
          .isTrue();
      assertThat(extension.getConstructor().newInstance()).isNotNull();
    }
  }

  @Test
  default void extensionsKeepNoState() {
    for (Class<?> extension : extensions()) {
      for (Field field : extension.getDeclaredFields()) {
        assertThat(field.isSynthetic() || Modifier.isFinal(field.getModifiers()))
            .as(
                "%s is final: one instance serves all workspaces and threads; what must last goes"
                    + " to the key-value store",
                field)
            .isTrue();
      }
    }
  }

  /** The classes of this plugin that implement an extension point. */
  private List<Class<?>> extensions() {
    List<Class<?>> found = new ArrayList<>();
    if (!Files.isDirectory(classes())) {
      return found;
    }
    try (Stream<Path> files = Files.walk(classes())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String path = classes().relativize(file).toString();
        if (!path.endsWith("-info.class")) {
          String name = path.substring(0, path.length() - 6).replace(java.io.File.separator, ".");
          Class<?> type = Class.forName(name, false, getClass().getClassLoader());
          if (ExtensionPoint.class.isAssignableFrom(type)
              && !type.isInterface()
              && !Modifier.isAbstract(type.getModifiers())) {
            found.add(type);
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Path classes() {
    return project().resolve("target/classes");
  }
}
