package app.quen.mail;

/** Sends letters. */
public interface Mailer {

  /** Whether a server is set; where none is, nobody gets any mail. */
  boolean ready();

  /**
   * Gives the letter to the server, now.
   *
   * @throws MailRefused if that does not work; trying again may help
   */
  void send(Letter letter);
}
