package app.quen.outbound;

/** An address that nobody may be made to call: not encrypted, or within a private network. */
public class NotAllowed extends Unreachable {

  public NotAllowed(String message) {
    super(message);
  }
}
