package app.quen.web.audit;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** When the method has answered well, {@link Witness} tells the trail. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Recorded {

  /** The act, past tense, e.g. {@code CustomersExported}. */
  String value();

  /** The type of the record whose id is in the path; empty where there is none. */
  String record() default "";

  /** Only where something was sought: a list that is just opened or turned over leaves no mark. */
  boolean searches() default false;
}
