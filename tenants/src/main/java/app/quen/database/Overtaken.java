package app.quen.database;

/**
 * Thrown by work that found out by its writing that another unit of work was faster, in what it had
 * looked for and not seen: it is run again, and sees it. See {@link Work#transact}.
 */
public class Overtaken extends RuntimeException {

  private static final long serialVersionUID = 1;

  public Overtaken(Throwable cause) {
    super("another unit of work was faster", cause);
  }
}
