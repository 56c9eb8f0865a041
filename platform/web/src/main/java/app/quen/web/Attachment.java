package app.quen.web;

import java.nio.charset.StandardCharsets;

/** The name under which a browser saves an answer, RFC 6266. */
public final class Attachment {

  private static final String PLAIN = "!#$&+-.^_`|~";

  private Attachment() {}

  /** The Content-Disposition for a file of this name, in any script. */
  public static String of(String fileName) {
    var ascii = new StringBuilder();
    var encoded = new StringBuilder();
    fileName.codePoints().forEach(c -> ascii.append(isSafe(c) ? (char) c : '_'));
    for (byte b : fileName.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xff;
      if (isSafe(c) && c != ' ') {
        encoded.append((char) c);
      } else {
        encoded.append("%%%02X".formatted(c));
      }
    }
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s".formatted(ascii, encoded);
  }

  private static boolean isSafe(int c) {
    return c == ' '
        || c >= '0' && c <= '9'
        || c >= 'A' && c <= 'Z'
        || c >= 'a' && c <= 'z'
        || c < 0x7f && PLAIN.indexOf(c) >= 0;
  }
}
