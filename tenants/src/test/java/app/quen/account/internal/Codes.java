package app.quen.account.internal;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator application: knows the secret as it was shown, and the time. */
public final class Codes {

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Codes() {}

  public static String at(String secret, Instant now) {
    return Totp.code(read(secret), Totp.step(now), 6);
  }

  public static byte[] read(String base32) {
    var bytes = new ByteArrayOutputStream();
    var held = 0;
    var bits = 0;
    for (var letter : base32.toCharArray()) {
      held = held << 5 | BASE32.indexOf(letter);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes.write(held >> bits & 0xff);
      }
    }
    return bytes.toByteArray();
  }
}
