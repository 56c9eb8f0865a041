package app.quen.pluginhost;

import app.quen.text.Text;

/** Why a zip is refused. */
final class Unusable extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Text reason;

  Unusable(String vi, String en) {
    super(en);
    this.reason = new Text(vi, en);
  }

  Text reason() {
    return reason;
  }
}
