package app.quen.mail;

/** A letter was not taken. */
public class MailRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  public MailRefused(String message, Throwable cause) {
    super(message, cause);
  }
}
