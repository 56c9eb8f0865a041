package app.quen.web.credential;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Whoever is signed in with a session may call this resource method; it concerns the account
 * itself, so an API key may not.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface AnyAccount {

  /** Lets it through where the session's workspace is suspended: the way out of it. */
  boolean evenIfSuspended() default false;

  /**
   * Lets it through where a workspace's provider let the person in: nothing by which the account,
   * or another of its workspaces, could be reached.
   */
  boolean evenByProvider() default false;
}
