package app.quen.database;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** The method is one unit of work: see {@link Work#transact}. */
@InterceptorBinding
@Inherited
@Retention(RUNTIME)
@Target({METHOD, TYPE})
public @interface InTransaction {}
