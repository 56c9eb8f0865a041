package app.quen.web.member;

import app.quen.access.Permitted;
import app.quen.account.ListMembers;
import app.quen.account.RemoveMember;
import app.quen.team.GiveRole;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.Confirmed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/members")
@ApplicationScoped
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MemberResource {

  @Inject private ListMembers listMembers;
  @Inject private GiveRole giveRole;
  @Inject private RemoveMember removeMember;
  @Inject private Tenants tenants;

  @GET
  @Permitted("member:read")
  @Operation(summary = "The people of the workspace")
  @APIResponse(responseCode = "200", description = "All members, by name.")
  public MembersJson listMembers() {
    return new MembersJson(
        listMembers.list(tenant()).stream().map(MembersJson.MemberJson::of).toList());
  }

  @PUT
  @Path("{id}/role")
  @Permitted("role:manage")
  @Confirmed
  @Operation(
      summary = "Give a member another role",
      description = "It holds from their next request on. The last owner stays one.")
  @APIResponse(responseCode = "200", description = "The member as it is now.")
  public MembersJson.MemberJson giveRole(@PathParam("id") UUID id, RoleOfMemberJson body) {
    return MembersJson.MemberJson.of(giveRole.give(id, body.role()));
  }

  @DELETE
  @Path("{id}")
  @Permitted("member:manage")
  @Recorded(value = "MemberRemoved", record = "member")
  @Operation(
      summary = "Remove a member",
      description =
          "Their sessions in this workspace end at once, and the API keys and invitations that they"
              + " made. The last owner stays.")
  @APIResponse(responseCode = "204", description = "No member any more.")
  public void removeMember(@PathParam("id") UUID id) {
    removeMember.remove(tenant(), id);
  }

  private TenantId tenant() {
    return tenants.current().id();
  }
}
