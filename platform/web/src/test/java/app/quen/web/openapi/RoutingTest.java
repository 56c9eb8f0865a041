package app.quen.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A request first chooses the class whose path has the most letters, and never looks at another one
 * (Jakarta RESTful Web Services, 3.7.2): a class at {@code /customers/{id}} takes every request of
 * the class at {@code /customers} that has an id.
 */
class RoutingTest {

  @Test
  void everyOperationIsReachedByItsPath() {
    List<Method> operations = List.copyOf(ResourceClasses.methodsByOperationId().values());
    List<Class<?>> classes =
        operations.stream().<Class<?>>map(Method::getDeclaringClass).distinct().toList();
    List<String> lost = new ArrayList<>();
    for (Method operation : operations) {
      String path = path(operation);
      int most =
          classes.stream()
              .filter(type -> path.matches(regex(type) + "(/.*)?"))
              .mapToInt(type -> letters(path(type)))
              .max()
              .orElseThrow();
      Class<?> own = operation.getDeclaringClass();
      if (letters(path(own)) < most) {
        lost.add(own.getSimpleName() + " is not asked for " + path);
      }
    }
    assertThat(operations).hasSizeGreaterThan(40);
    assertThat(lost).isEmpty();
  }

  private static String path(Class<?> type) {
    return ("/" + type.getAnnotation(Path.class).value())
        .replaceAll("/+", "/")
        .replaceAll("/$", "");
  }

  /** As a client writes it, with something in the place of each parameter. */
  private static String path(Method operation) {
    Path own = operation.getAnnotation(Path.class);
    String whole = path(operation.getDeclaringClass()) + (own == null ? "" : "/" + own.value());
    return whole.replaceAll("/+", "/").replaceAll("\\{[^}]*}", "0192f0c1");
  }

  private static String regex(Class<?> type) {
    return path(type).replaceAll("\\{[^}]*}", "[^/]+");
  }

  private static int letters(String template) {
    return template.replaceAll("\\{[^}]*}", "").length();
  }
}
