package app.quen.web.signin;

import app.quen.account.PasskeyRequest;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the browser is to be asked, with the names of WebAuthn; bytes in Base64 for URLs. */
@Schema(
    name = "PasskeyOptions",
    description =
        "For navigator.credentials, with the names of WebAuthn; bytes are in Base64 for URLs. Good"
            + " for one answer within five minutes.")
public record PasskeyOptionsJson(
    String challenge,
    @Schema(description = "The host that the passkey belongs to.") String rpId,
    @Schema(description = "For a new one: whom it is for.") @Nullable User user,
    @Schema(
            description =
                "Passkeys of the account: left out when a new one is made, chosen from when one"
                    + " proves itself. Empty: any.")
        List<String> credentialIds,
    @Schema(description = "COSE algorithms, the preferred one first.") List<Integer> algorithms,
    int timeoutMillis) {

  private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final int TIMEOUT = 300_000;

  /** Whom a new passkey is for. */
  @Schema(name = "PasskeyUser")
  public record User(String id, String name, String displayName) {}

  public static PasskeyOptionsJson of(PasskeyRequest request) {
    var account = request.account();
    return new PasskeyOptionsJson(
        TEXT.encodeToString(request.challenge()),
        request.site(),
        account == null ? null : new User(handle(account.id()), account.email(), account.name()),
        request.known().stream().map(TEXT::encodeToString).toList(),
        request.algorithms(),
        TIMEOUT);
  }

  private static String handle(UUID id) {
    return TEXT.encodeToString(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }
}
