package app.quen.attachment;

import app.quen.text.Text;

/** The file has more bytes than an attachment may have. */
public class AttachmentTooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final long max;

  public AttachmentTooLarge(long max) {
    super("more than " + max + " bytes");
    this.max = max;
  }

  public Text advice() {
    long megabytes = max >> 20;
    return new Text(
        "Mỗi tệp đính kèm nhiều nhất " + megabytes + " MB. Hãy thu nhỏ tệp rồi thử lại.",
        "An attachment has at most " + megabytes + " MB. Make the file smaller and try again.");
  }
}
