package app.quen.whence;

import org.jspecify.annotations.Nullable;

/**
 * From where something was asked for.
 *
 * @param address an IP address; null where nobody asked from outside
 * @param client the program that asked, as it calls itself, or {@code job} and the job's name
 */
public record Whence(@Nullable String address, @Nullable String client) {

  /** From inside: nobody asked. */
  public static final Whence INSIDE = new Whence(null, null);

  public static Whence job(String name) {
    return new Whence(null, "job " + name);
  }
}
