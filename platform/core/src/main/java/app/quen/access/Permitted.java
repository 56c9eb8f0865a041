package app.quen.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The acting subject must hold this permission, or the call fails with {@link Refused}. On a type
 * only because CDI wants it on the interceptor; use cases say it at the method.
 */
@InterceptorBinding
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface Permitted {

  /** A wildcard permission such as {@code customer:read}. */
  @Nonbinding
  String value();
}
