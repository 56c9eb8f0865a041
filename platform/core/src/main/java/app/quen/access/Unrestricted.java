package app.quen.access;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Anybody may call this, also without a credential, for the reason given. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Unrestricted {
  String because();
}
