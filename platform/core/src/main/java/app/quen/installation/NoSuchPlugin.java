package app.quen.installation;

/** This installation has no plugin of that id. */
public class NoSuchPlugin extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String id;

  public NoSuchPlugin(String id) {
    super("there is no plugin '" + id + "'");
    this.id = id;
  }

  public String id() {
    return id;
  }
}
