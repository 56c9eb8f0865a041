package app.quen.importing;

import app.quen.text.Text;

/** The file has more bytes than an import takes. */
public class TooLarge extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient Text advice;

  public TooLarge(long maxBytes) {
    super("an uploaded file has more than " + maxBytes + " bytes");
    String most = maxBytes >= 1 << 20 ? (maxBytes >> 20) + " MB" : (maxBytes >> 10) + " KB";
    this.advice =
        new Text(
            "Tệp lớn hơn " + most + ". Hãy chia thành nhiều tệp nhỏ hơn.",
            "The file is larger than " + most + ". Split it into smaller files.");
  }

  /** What is wrong and what to do. */
  public Text advice() {
    return advice;
  }
}
