package app.quen.account;

import java.util.regex.Pattern;

/**
 * The Idempotency-Key of a request that somebody may send again.
 *
 * @param caller whose key it is: two callers may choose the same
 */
public record RequestKey(String caller, String value) {

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  /**
   * @throws Rejected if it is none
   */
  public RequestKey {
    if (!KEY.matcher(value).matches()) {
      throw new Rejected(
          "Idempotency-Key",
          "malformed",
          "Khóa phải có từ 1 đến 200 ký tự ASCII, không có dấu cách.",
          "The key must have 1 to 200 ASCII characters and no spaces.");
    }
  }
}
