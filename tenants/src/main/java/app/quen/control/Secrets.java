package app.quen.control;

import app.quen.digest.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets, and the hashes that are stored in their place. */
public final class Secrets {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  private Secrets() {}

  /** 256 random bits as text. */
  public static String token() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return TEXT.encodeToString(bytes);
  }

  /** Random letters and digits that cannot be mistaken for one another. */
  public static String letters(int count) {
    return digits(LETTERS, count);
  }

  /** Random digits out of these. */
  public static String digits(String digits, int count) {
    return RANDOM
        .ints(count, 0, digits.length())
        .collect(
            StringBuilder::new, (text, i) -> text.append(digits.charAt(i)), StringBuilder::append)
        .toString();
  }

  /** A secret of 256 random bits needs no slow hash. */
  public static byte[] hash(String secret) {
    return Sha256.of(secret);
  }

  /** A second secret that goes with the token and does not give it away. */
  public static String csrfToken(String token) {
    return TEXT.encodeToString(hash("csrf " + token));
  }
}
