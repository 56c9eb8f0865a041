package app.quen.access;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * This class reads or writes tables of records and asks no {@link Sight}, for the reason given:
 * what it reads is shown to nobody, or whoever shows it asks.
 */
@Retention(RUNTIME)
@Target(TYPE)
public @interface WithoutSight {
  String because();
}
