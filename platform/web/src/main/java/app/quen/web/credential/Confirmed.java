package app.quen.web.credential;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Delicate: who is signed in must have proved lately to be the one, by signing in or at {@code POST
 * /session/confirmation}. An unlocked computer is not enough. An API key cannot prove more than it
 * did; it needs the permission alone.
 */
@Retention(RUNTIME)
@Target(METHOD)
public @interface Confirmed {}
