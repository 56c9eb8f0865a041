package app.quen.account.internal;

import app.quen.account.Account;
import app.quen.account.SetUpTotp.Begun;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A secret as authenticator applications read it from a QR code. */
public final class TotpAddress {

  private static final String ISSUER = "Quen";

  private TotpAddress() {}

  public static Begun of(Account account, byte[] secret) {
    var text = Totp.base32(secret);
    var label = encoded(ISSUER + ":" + account.email());
    return new Begun(
        text,
        "otpauth://totp/%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
            .formatted(label, text, ISSUER, Totp.DIGITS, Totp.SECONDS));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
