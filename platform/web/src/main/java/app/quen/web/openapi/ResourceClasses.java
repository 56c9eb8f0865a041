package app.quen.web.openapi;

import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiled classes of this room, found beside this one; at build time and in tests only. */
final class ResourceClasses {

  private ResourceClasses() {}

  static List<Class<?>> all() {
    try {
      var root =
          Path.of(
              ResourceClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      try (Stream<Path> files = Files.walk(root)) {
        return files
            .map(file -> root.relativize(file).toString())
            .filter(name -> name.startsWith("app/quen/web/") && name.endsWith(".class"))
            .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
            .sorted()
            .<Class<?>>map(ResourceClasses::load)
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Map<String, Method> methodsByOperationId() {
    return all().stream()
        .filter(type -> !type.getPackageName().startsWith("app.quen.web.ops"))
        .filter(type -> type.isAnnotationPresent(jakarta.ws.rs.Path.class))
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(ResourceClasses::isOperation)
        .collect(Collectors.toMap(Method::getName, Function.identity()));
  }

  private static boolean isOperation(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, ResourceClasses.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
