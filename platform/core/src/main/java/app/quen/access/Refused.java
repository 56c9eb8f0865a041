package app.quen.access;

/** The actor lacks the permission. */
public class Refused extends RuntimeException {

  private final String permission;

  public Refused(String permission) {
    super("needs the permission " + permission);
    this.permission = permission;
  }

  public String permission() {
    return permission;
  }
}
