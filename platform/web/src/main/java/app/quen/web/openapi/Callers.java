package app.quen.web.openapi;

import app.quen.access.Unrestricted;
import java.lang.reflect.Method;

/** Who may call a resource method, as its annotation says. */
final class Callers {

  private Callers() {}

  static boolean isPublic(Method method) {
    return method.isAnnotationPresent(Unrestricted.class);
  }
}
