package app.quen.launcher.http;

import app.quen.launcher.Trouble;

/** An answer that was not 2xx. */
public final class Refused extends Trouble {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
