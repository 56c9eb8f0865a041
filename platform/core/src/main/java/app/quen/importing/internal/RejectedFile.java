package app.quen.importing.internal;

import app.quen.text.Text;

/** The file of rejected rows: the columns of the original, and one more that says why. */
final class RejectedFile {

  /** Also recognised on the way back in, in either language, and left out. */
  static final Text REASON = new Text("Lý do bị từ chối (Quen)", "Reason for rejection (Quen)");

  private RejectedFile() {}

  static boolean isReason(String heading) {
    String bare = Row.strip(heading);
    return bare.equals(REASON.vi()) || bare.equals(REASON.en());
  }
}
