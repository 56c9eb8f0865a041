package app.quen.web.member;

import app.quen.access.Permitted;
import app.quen.account.Invited;
import app.quen.account.ListInvitations;
import app.quen.account.RevokeInvitation;
import app.quen.team.InviteColleague;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Exchange;
import app.quen.web.request.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/invitations")
@ApplicationScoped
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationResource {

  @Inject private InviteColleague inviteColleague;
  @Inject private ListInvitations listInvitations;
  @Inject private RevokeInvitation revokeInvitation;
  @Inject private PublicAddress publicAddress;
  @Inject private Tenants tenants;
  @Inject private HttpServletRequest request;

  @GET
  @Permitted("member:manage")
  @Operation(summary = "Who was invited and has not come yet")
  @APIResponse(responseCode = "200", description = "The invitations, the newest first.")
  public InvitationsJson listInvitations() {
    return new InvitationsJson(
        listInvitations.list(tenant()).stream()
            .map(invitation -> InvitationsJson.InvitationJson.of(invitation, null))
            .toList());
  }

  @POST
  @Permitted("member:manage")
  @Confirmed
  @Operation(
      summary = "Invite a colleague",
      description =
          "Who is invited gets a link by mail, good for 7 days and one use, and comes in with an"
              + " account of their own; whether they have one is told nobody. Where the server"
              + " sends no mail, the answer has the link to hand over. It is kept nowhere, so there"
              + " is no Idempotency-Key here: where it got lost, renew the invitation.")
  @APIResponseSchema(
      value = InvitationsJson.InvitationJson.class,
      responseCode = "201",
      responseDescription = "The invitation.")
  public Response inviteMember(InvitationsJson.NewInvitationJson body, @Context UriInfo uri) {
    return answer(
        Response.Status.CREATED, inviteColleague.invite(body.email(), body.role(), by()), uri);
  }

  @POST
  @Path("{id}/renewal")
  @Permitted("member:manage")
  @Confirmed
  @Operation(
      summary = "Send an invitation again",
      description = "With a new link, and its full time again. The link before opens nothing more.")
  @APIResponseSchema(
      value = InvitationsJson.InvitationJson.class,
      responseCode = "200",
      responseDescription = "The invitation as it is now.")
  public Response renewInvitation(@PathParam("id") UUID id, @Context UriInfo uri) {
    return answer(Response.Status.OK, inviteColleague.renew(id, by()), uri);
  }

  @DELETE
  @Path("{id}")
  @Permitted("member:manage")
  @Recorded(value = "InvitationRevoked", record = "invitation")
  @Operation(summary = "Take an invitation back")
  @APIResponse(responseCode = "204", description = "Its link opens nothing more.")
  public void revokeInvitation(@PathParam("id") UUID id) {
    revokeInvitation.revoke(tenant(), id);
  }

  private Response answer(Response.Status status, Invited invited, UriInfo uri) {
    var link =
        invited.token() == null ? null : publicAddress.of("invitation#" + invited.token(), uri);
    return Response.status(status)
        .header("Cache-Control", "no-store")
        .entity(InvitationsJson.InvitationJson.of(invited.invitation(), link))
        .build();
  }

  /** A program invites in the name of who made its key. */
  private UUID by() {
    var exchange = Exchange.of(request);
    return exchange
        .keyHolder()
        .map(holder -> holder.maker().id())
        .orElseGet(() -> exchange.signedIn().account().id());
  }

  private TenantId tenant() {
    return tenants.current().id();
  }
}
