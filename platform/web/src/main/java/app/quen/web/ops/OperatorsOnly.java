package app.quen.web.ops;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Only operators reach this resource method: {@link OperatorFilter} lets nobody else through. */
@Retention(RUNTIME)
@Target(METHOD)
public @interface OperatorsOnly {}
