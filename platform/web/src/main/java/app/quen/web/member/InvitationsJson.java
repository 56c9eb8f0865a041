package app.quen.web.member;

import app.quen.account.Invitation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who was invited and has not come yet. */
@Schema(name = "Invitations")
public record InvitationsJson(List<InvitationJson> items) {

  /** Somebody who was invited and has not come yet. */
  @Schema(name = "Invitation")
  public record InvitationJson(
      UUID id,
      @Schema(format = "email") String email,
      @Schema(ref = "Role") String role,
      @Schema(description = "The name of who invited.") String invitedBy,
      Instant createdAt,
      @Schema(description = "Until when the link works.") Instant expiresAt,
      boolean expired,
      @Schema(description = "Whether the link went to the address by mail.") boolean mailed,
      @Schema(
              description =
                  "The link to hand over: told once, to who invites or renews, and only where the"
                      + " server sends no mail.")
          @Nullable String link) {

    static InvitationJson of(Invitation invitation, @Nullable String link) {
      return new InvitationJson(
          invitation.id(),
          invitation.email(),
          invitation.role(),
          invitation.invitedBy(),
          invitation.createdAt(),
          invitation.expiresAt(),
          invitation.expired(Instant.now()),
          invitation.mailed(),
          link);
    }
  }

  /** Whom to invite. */
  @Schema(
      name = "NewInvitation",
      examples =
          """
          {"email": "minh@sen.example", "role": "sales"}\
          """)
  public record NewInvitationJson(
      @Schema(format = "email") String email, @Schema(ref = "Role") String role) {}
}
