package app.quen.web.session;

import app.quen.account.ReadInvitation;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the holder of an invitation's link is invited to. */
@Schema(name = "AskedIn")
public record AskedJson(
    @Schema(description = "The name of the workspace.") String workspace,
    @Schema(description = "Who invites.") String invitedBy,
    @Schema(format = "email", description = "The address that it is for.") String email,
    Instant expiresAt) {

  static AskedJson of(ReadInvitation.Asked asked) {
    var invitation = asked.invitation();
    return new AskedJson(
        asked.workspace(), invitation.invitedBy(), invitation.email(), invitation.expiresAt());
  }
}
