package app.quen.account.internal;

import app.quen.control.Secrets;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * What an API key looks like: {@code quen_live_<prefix>_<secret><checksum>}. The beginning and the
 * checksum let scanners find one that got into the open without asking us; keys of before are
 * {@code quen_<prefix>_<secret>}.
 *
 * @param prefix finds the key, and may be shown
 * @param secret 238 random bits or more
 */
record KeyText(String prefix, String secret) {

  private static final String START = "quen_live_";
  private static final int SECRET = 40;
  private static final int CHECKSUM = 6;
  private static final Pattern NOW =
      Pattern.compile(START + "([a-z0-9]{8})_([A-Za-z0-9]{40})([A-Za-z0-9]{6})");
  private static final Pattern BEFORE = Pattern.compile("quen_([a-z0-9]{8})_([A-Za-z0-9_-]{43})");
  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  static KeyText random() {
    return new KeyText(Secrets.letters(8), Secrets.digits(DIGITS, SECRET));
  }

  /** Empty where it is none, or was not copied as it is. */
  static Optional<KeyText> read(String text) {
    var now = NOW.matcher(text);
    if (now.matches()) {
      var key = new KeyText(now.group(1), now.group(2));
      return now.group(3).equals(key.checksum()) ? Optional.of(key) : Optional.empty();
    }
    var before = BEFORE.matcher(text);
    return before.matches()
        ? Optional.of(new KeyText(before.group(1), before.group(2)))
        : Optional.empty();
  }

  String text() {
    return body() + checksum();
  }

  private String body() {
    return START + prefix + "_" + secret;
  }

  /** CRC-32 of all before it, in digits of base 62, with zeros in front. */
  private String checksum() {
    var crc = new CRC32();
    crc.update(body().getBytes(StandardCharsets.US_ASCII));
    var digits = new StringBuilder();
    for (var rest = crc.getValue(); digits.length() < CHECKSUM; rest /= DIGITS.length()) {
      digits.append(DIGITS.charAt((int) (rest % DIGITS.length())));
    }
    return digits.reverse().toString();
  }

  @Override
  public String toString() {
    return START + prefix + "_…";
  }
}
