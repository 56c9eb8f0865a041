package app.quen.team;

/** There is no such role in the workspace. */
public class NoSuchRole extends RuntimeException {

  public NoSuchRole(String key) {
    super("no role " + key);
  }
}
