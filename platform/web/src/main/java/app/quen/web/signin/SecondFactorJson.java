package app.quen.web.signin;

import app.quen.account.SecondFactor;
import app.quen.account.SetUpTotp;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How an account is protected beside the password. */
@Schema(name = "SecondFactor")
public record SecondFactorJson(
    @Schema(
            description =
                "Since when a code of an authenticator application is asked for; null: it is not.")
        @Nullable Instant totpSince,
    int passkeys,
    @Schema(description = "Recovery codes that were not used yet.") int recoveryCodesLeft) {

  static SecondFactorJson of(SecondFactor factor) {
    return new SecondFactorJson(factor.totpSince(), factor.passkeys(), factor.recoveryCodesLeft());
  }

  /** A secret for an authenticator application. */
  @Schema(name = "BegunTotp")
  public record BegunJson(
      @Schema(
              description = "In Base32, to be typed.",
              examples = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
          String secret,
      @Schema(description = "otpauth://…, for a QR code.") String address) {

    static BegunJson of(SetUpTotp.Begun begun) {
      return new BegunJson(begun.secret(), begun.address());
    }
  }

  /** A code that the application shows. */
  @Schema(name = "TotpCode")
  public record CodeJson(@Schema(examples = "287082") String code) {}

  /** Codes for when the application is out of reach. */
  @Schema(name = "RecoveryCodes")
  public record CodesJson(
      @Schema(description = "Each can be used once; shown this once.") List<String> codes) {}
}
