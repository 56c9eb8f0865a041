package app.quen.web.team;

import app.quen.access.Permitted;
import app.quen.idempotency.Answer;
import app.quen.team.AddTeam;
import app.quen.team.ListTeams;
import app.quen.team.RemoveTeam;
import app.quen.team.ReviseTeam;
import app.quen.team.SetTeamMembers;
import app.quen.web.request.Once;
import app.quen.web.request.Version;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.HashSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/teams")
@ApplicationScoped
@Tag(name = "Teams")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamResource {

  @Inject private ListTeams listTeams;
  @Inject private AddTeam addTeam;
  @Inject private ReviseTeam reviseTeam;
  @Inject private RemoveTeam removeTeam;
  @Inject private SetTeamMembers setMembers;
  @Inject private Once once;

  @GET
  @Permitted("member:read")
  @Operation(summary = "The teams of the workspace")
  @APIResponse(responseCode = "200", description = "Each before those below it.")
  public TeamJson.ListJson listTeams() {
    return new TeamJson.ListJson(listTeams.list().stream().map(TeamJson::of).toList());
  }

  @POST
  @Permitted("team:manage")
  @Operation(summary = "Add a team")
  @APIResponseSchema(
      value = TeamJson.class,
      responseCode = "201",
      responseDescription = "The team.")
  public Response addTeam(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, TeamJson.DraftJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var team = TeamJson.of(addTeam.add(body.parentId(), body.name()));
          return new Answer(
              201, "/api/v1/teams/" + team.id(), Version.tag(team.version()), Once.text(team));
        });
  }

  @PUT
  @Path("{id}")
  @Permitted("team:manage")
  @Operation(summary = "Rename or move a team", description = "All teams below it go with it.")
  @APIResponseSchema(
      value = TeamJson.class,
      responseCode = "200",
      responseDescription = "The team as it is now.")
  public Response reviseTeam(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      TeamJson.DraftJson body) {
    var team = reviseTeam.revise(id, body.parentId(), body.name(), Version.of(ifMatch));
    return Response.ok(TeamJson.of(team)).header("ETag", Version.tag(team.version())).build();
  }

  @PUT
  @Path("{id}/members")
  @Permitted("team:manage")
  @Operation(summary = "Say who is in a team")
  @APIResponse(responseCode = "200", description = "The team as it is now.")
  public TeamJson setTeamMembers(@PathParam("id") UUID id, TeamJson.MembersJson body) {
    return TeamJson.of(setMembers.set(id, new HashSet<>(body.members())));
  }

  @DELETE
  @Path("{id}")
  @Permitted("team:manage")
  @Operation(summary = "Remove a team", description = "One that has none below it.")
  @APIResponse(responseCode = "204", description = "It is gone.")
  public void removeTeam(@PathParam("id") UUID id) {
    removeTeam.remove(id);
  }
}
