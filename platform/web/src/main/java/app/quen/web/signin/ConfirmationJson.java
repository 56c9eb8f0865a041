package app.quen.web.signin;

import jakarta.json.JsonObject;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long what was proved is enough. */
@Schema(name = "Confirmation")
public record ConfirmationJson(
    @Schema(description = "Until then nothing more has to be proved.") Instant until) {

  /** By what somebody proves to be the one who is signed in. */
  @Schema(
      name = "Proof",
      description = "One of them.",
      examples =
          """
          {"password": "hoa-sen-no-thang-6"}\
          """)
  public record ProofJson(
      @Schema(format = "password") @Nullable String password,
      @Schema(description = "Of the authenticator application, or a recovery code.")
          @Nullable String code,
      @Schema(
              description =
                  "What PublicKeyCredential.toJSON() gives, for the challenge of POST"
                      + " /session/confirmation/challenge.")
          @Nullable JsonObject passkey) {}
}
