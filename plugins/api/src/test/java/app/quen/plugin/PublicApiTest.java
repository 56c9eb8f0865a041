package app.quen.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the public face of the API against {@code api.txt}, so that no change of it goes unseen in
 * a review. After a change that is meant: {@code ./mvnw test -pl plugins/api -Dtest=PublicApiTest
 * -Dquen.api.write}.
 */
class PublicApiTest {

  private static final Path COMMITTED = Path.of("api.txt");

  @Test
  void theApiIsTheOneThatWasAgreedTo() throws Exception {
    String now = listing();
    if (System.getProperty("quen.api.write") != null) {
      Files.writeString(COMMITTED, now);
    }
    assertThat(now)
        .as("the public API as it is, against plugins/api/api.txt")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void theContractUsesNothingButPf4jAndSlf4jAndTheJdk() throws Exception {
    assertThat(
            listing()
                .lines()
                .flatMap(line -> Stream.of(line.split("[^A-Za-z0-9_.$]+")))
                .filter(word -> word.matches("([a-z0-9_]+\\.){1,}[A-Z].*"))
                .filter(word -> !word.startsWith("app.quen.plugin."))
                .filter(word -> !word.startsWith("java."))
                .distinct())
        .containsExactlyInAnyOrder("org.pf4j.ExtensionPoint", "org.slf4j.Logger");
  }

  private static String listing() throws IOException, ClassNotFoundException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("target/classes/app/quen/plugin"))) {
      for (String file :
          files.map(f -> f.getFileName().toString()).filter(f -> f.endsWith(".class")).toList()) {
        Class<?> type = Class.forName("app.quen.plugin." + file.substring(0, file.length() - 6));
        if (Modifier.isPublic(type.getModifiers())) {
          lines.add(describe(type));
        }
      }
    }
    lines.sort(null);
    return "# The public API of plugins, version 0.1. Generated; see PublicApiTest.\n"
        + String.join("\n", lines);
  }

  private static String describe(Class<?> type) {
    List<String> members = new ArrayList<>();
    for (Field field : type.getDeclaredFields()) {
      if (isPublic(field.getModifiers())) {
        members.add(field.toGenericString());
      }
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (isPublic(constructor.getModifiers())) {
        members.add(constructor.toGenericString());
      }
    }
    for (Method method : type.getDeclaredMethods()) {
      if (isPublic(method.getModifiers()) && !method.isSynthetic()) {
        members.add(method.toGenericString());
      }
    }
    members.sort(null);
    StringBuilder text = new StringBuilder(type.toGenericString());
    if (type.getSuperclass() != null && type.getSuperclass() != Object.class) {
      text.append(" extends ").append(type.getSuperclass().getTypeName());
    }
    if (type.getInterfaces().length > 0) {
      text.append(type.isInterface() ? " extends" : " implements");
      for (Class<?> parent : type.getInterfaces()) {
        text.append(' ').append(parent.getTypeName());
      }
    }
    text.append('\n');
    members.forEach(member -> text.append("  ").append(member).append('\n'));
    return text.toString();
  }

  private static boolean isPublic(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
