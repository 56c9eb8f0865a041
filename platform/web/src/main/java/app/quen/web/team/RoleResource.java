package app.quen.web.team;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.team.AddRole;
import app.quen.team.ListRoles;
import app.quen.team.RemoveRole;
import app.quen.team.ReviseRole;
import app.quen.team.RoleView;
import app.quen.team.ShowRole;
import app.quen.team.ShowRoleEffect;
import app.quen.web.credential.Confirmed;
import app.quen.web.request.Once;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/roles")
@ApplicationScoped
@Tag(name = "Roles")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RoleResource {

  @Inject private ListRoles listRoles;
  @Inject private ShowRole showRole;
  @Inject private AddRole addRole;
  @Inject private ReviseRole reviseRole;
  @Inject private RemoveRole removeRole;
  @Inject private ShowRoleEffect showEffect;
  @Inject private Once once;

  @GET
  @Permitted("member:read")
  @Operation(summary = "The roles of the workspace")
  @APIResponse(responseCode = "200", description = "In the order in which people should see them.")
  public RoleJson.ListJson listRoles() {
    return new RoleJson.ListJson(listRoles.list().stream().map(RoleJson::of).toList());
  }

  @POST
  @Permitted("role:manage")
  @Confirmed
  @Operation(
      summary = "Add a role",
      description = "Nobody gives a role what they may not do themselves.")
  @APIResponseSchema(
      value = RoleJson.class,
      responseCode = "201",
      responseDescription = "The role.")
  public Response addRole(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, RoleJson.DraftJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var role = RoleJson.of(addRole.add(body.toDraft()));
          return new Answer(
              201, "/api/v1/roles/" + role.key(), Version.tag(role.version()), Once.text(role));
        });
  }

  @GET
  @Path("{key}")
  @Permitted("member:read")
  @Operation(summary = "One role")
  @APIResponseSchema(
      value = RoleJson.class,
      responseCode = "200",
      responseDescription = "The role.")
  public Response getRole(@PathParam("key") String key) {
    return answer(showRole.show(key));
  }

  @PATCH
  @Path("{key}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("role:manage")
  @Confirmed
  @Operation(
      summary = "Change a role",
      description = "It holds from the next request of its members on.")
  @APIResponseSchema(
      value = RoleJson.class,
      responseCode = "200",
      responseDescription = "The role as it is now.")
  public Response reviseRole(
      @PathParam("key") String key,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      RoleJson.DraftJson body) {
    return answer(reviseRole.revise(key, body.toDraft(), Version.of(ifMatch)));
  }

  @POST
  @Path("{key}/effect")
  @Permitted("role:manage")
  @Operation(
      summary = "What a change of a role would mean",
      description = "How many people gain or lose what. Nothing is changed.")
  @APIResponse(responseCode = "200", description = "What would change.")
  public RoleJson.EffectJson showRoleEffect(@PathParam("key") String key, RoleJson.DraftJson body) {
    return RoleJson.EffectJson.of(showEffect.show(key, body.toDraft()));
  }

  @DELETE
  @Path("{key}")
  @Permitted("role:manage")
  @Confirmed
  @Operation(summary = "Remove a role", description = "One of the workspace's own that nobody has.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void removeRole(@PathParam("key") String key) {
    removeRole.remove(key);
  }

  private static Response answer(RoleView role) {
    return Response.ok(RoleJson.of(role)).header("ETag", Version.tag(role.version())).build();
  }
}
