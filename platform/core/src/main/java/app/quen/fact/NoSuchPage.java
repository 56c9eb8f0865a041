package app.quen.fact;

/** A cursor that leads to no page of the list. */
public class NoSuchPage extends RuntimeException {

  public NoSuchPage(String cursor) {
    super("no page is at " + cursor);
  }
}
