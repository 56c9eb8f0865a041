package app.quen.web.member;

import app.quen.access.Permitted;
import app.quen.account.AddMember;
import app.quen.account.ListMembers;
import app.quen.account.RemoveMember;
import app.quen.audit.Act;
import app.quen.audit.Trail;
import app.quen.team.AddColleague;
import app.quen.team.GiveRole;
import app.quen.tenant.TenantId;
import app.quen.tenant.Tenants;
import app.quen.web.audit.Recorded;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/members")
@ApplicationScoped
@Tag(name = "Members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MemberResource {

  @Inject private ListMembers listMembers;
  @Inject private AddColleague addColleague;
  @Inject private GiveRole giveRole;
  @Inject private RemoveMember removeMember;
  @Inject private Trail trail;
  @Inject private Once once;
  @Inject private Tenants tenants;

  @GET
  @Permitted("member:read")
  @Operation(summary = "The people of the workspace")
  @APIResponse(responseCode = "200", description = "All members, by name.")
  public MembersJson listMembers() {
    return new MembersJson(
        listMembers.list(tenant()).stream().map(MembersJson.MemberJson::of).toList());
  }

  @POST
  @Permitted("member:manage")
  @Confirmed
  @Operation(
      summary = "Add a colleague",
      description =
          "An e-mail that has an account already is linked, and the password given is ignored. A"
              + " request that is repeated with its Idempotency-Key may differ in the password.")
  @APIResponseSchema(
      value = MembersJson.MemberJson.class,
      responseCode = "201",
      responseDescription = "The new member.")
  public Response addMember(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, AddMemberJson body) {
    var done =
        addColleague.add(
            new AddMember.NewMember(body.email(), body.name(), body.role(), body.password()),
            once.key(idempotencyKey));
    var member = done.result();
    trail.seen(
        Act.of("MemberAdded")
            .on("member", member.id())
            .with(Json.createObjectBuilder().add("role", member.role()).build().toString()));
    return Once.created(done, MembersJson.MemberJson.of(done.result())).build();
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
          "Their sessions in this workspace end at once, and the API keys that they made. The last"
              + " owner stays.")
  @APIResponse(responseCode = "204", description = "No member any more.")
  public void removeMember(@PathParam("id") UUID id) {
    removeMember.remove(tenant(), id);
  }

  private TenantId tenant() {
    return tenants.current().id();
  }
}
