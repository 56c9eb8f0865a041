package app.quen.whence;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * From where something was asked for, and by whose leave.
 *
 * @param address an IP address; null where nobody asked from outside
 * @param client the program that asked, as it calls itself, or {@code job} and the job's name
 * @param leave the person by whose leave a program asks; null where a person asks
 */
public record Whence(@Nullable String address, @Nullable String client, @Nullable Leave leave) {

  /** From inside: nobody asked. */
  public static final Whence INSIDE = new Whence(null, null);

  /** An account that lets a program work in its name. */
  public record Leave(UUID account, String name) {}

  public Whence(@Nullable String address, @Nullable String client) {
    this(address, client, null);
  }

  public static Whence job(String name) {
    return new Whence(null, "job " + name);
  }

  /** Whether a job does it. A client from outside may call itself so, but has an address. */
  public boolean isJob() {
    return address == null && client != null && client.startsWith("job ");
  }

  public Whence by(@Nullable Leave whose) {
    return new Whence(address, client, whose);
  }
}
