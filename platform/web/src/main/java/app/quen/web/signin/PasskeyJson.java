package app.quen.web.signin;

import app.quen.account.Passkey;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A passkey of an account. */
@Schema(name = "Passkey")
public record PasskeyJson(
    UUID id,
    @Schema(examples = "iPhone của Lan") String name,
    @Schema(description = "Whether its manufacturer keeps it for the owner's other devices too.")
        boolean backedUp,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {

  static PasskeyJson of(Passkey passkey) {
    return new PasskeyJson(
        passkey.id(),
        passkey.name(),
        passkey.backedUp(),
        passkey.createdAt(),
        passkey.lastUsedAt());
  }

  /** The passkeys of the account. */
  @Schema(name = "Passkeys")
  public record ListJson(List<PasskeyJson> items) {}

  /** A passkey that a browser has made. */
  @Schema(name = "NewPasskey")
  public record NewJson(
      @Schema(examples = "iPhone của Lan") String name,
      @Schema(description = "What PublicKeyCredential.toJSON() gives in the browser.")
          JsonObject credential) {}

  /** Another name. */
  @Schema(name = "PasskeyPatch")
  public record PatchJson(String name) {}

  /** A passkey that proves itself. */
  @Schema(name = "PasskeyAnswer")
  public record AnswerJson(
      @Schema(description = "What PublicKeyCredential.toJSON() gives in the browser.")
          JsonObject credential) {}
}
