package app.quen.audit;

/** The trail of the workspace has no entry of this number. */
public class NoSuchEntry extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NoSuchEntry(long sequence) {
    super("entry " + sequence);
  }
}
