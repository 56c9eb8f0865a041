package app.quen.account.internal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords, RFC 6238, as every authenticator application makes them. */
final class Totp {

  static final int DIGITS = 6;
  static final int SECONDS = 30;

  /** Clocks differ, and people type slowly: the step before and the one after are taken too. */
  private static final int STEPS_AROUND = 1;

  private static final int SECRET = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  /** 160 bits, as RFC 4226 advises. */
  static byte[] secret() {
    var secret = new byte[SECRET];
    RANDOM.nextBytes(secret);
    return secret;
  }

  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), SECONDS);
  }

  static String code(byte[] secret, long step, int digits) {
    try {
      var mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "RAW"));
      var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
      var offset = hash[hash.length - 1] & 0xf;
      var bits = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
      return "%0{n}d".replace("{n}", "" + digits).formatted(bits % (long) Math.pow(10, digits));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA1", e);
    }
  }

  /**
   * The step that the code is of, where it is one of about now.
   *
   * @param after the last step whose code was taken: none is taken twice, nor one from before it
   */
  static OptionalLong match(byte[] secret, String code, Instant now, long after) {
    var found = OptionalLong.empty();
    var middle = step(now);
    for (var step = middle - STEPS_AROUND; step <= middle + STEPS_AROUND; step++) {
      // all are compared, so that the time tells nothing
      var same = MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(), code.getBytes());
      if (same && step > after) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** RFC 4648 without padding, which is how applications take a secret that is typed. */
  static String base32(byte[] bytes) {
    var text = new StringBuilder();
    var bits = 0;
    var held = 0;
    for (var one : bytes) {
      held = held << 8 | one & 0xff;
      for (bits += 8; bits >= 5; bits -= 5) {
        text.append(BASE32.charAt(held >> bits - 5 & 31));
      }
    }
    if (bits > 0) {
      text.append(BASE32.charAt(held << 5 - bits & 31));
    }
    return text.toString();
  }
}
