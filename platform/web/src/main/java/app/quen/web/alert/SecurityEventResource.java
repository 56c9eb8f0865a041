package app.quen.web.alert;

import app.quen.access.Permitted;
import app.quen.alert.AcknowledgeEvent;
import app.quen.alert.AlertRule;
import app.quen.alert.ListSecurityEvents;
import app.quen.alert.NoSuchEvent;
import app.quen.web.Page;
import app.quen.web.problem.Problem;
import app.quen.web.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/security-events")
@ApplicationScoped
@Tag(name = "Audit")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SecurityEventResource {

  @Inject private ListSecurityEvents listSecurityEvents;
  @Inject private AcknowledgeEvent acknowledgeEvent;

  @GET
  @Permitted("audit:read")
  @Operation(
      summary = "What stood out",
      description = "Found by the rules of the workspace, within seconds.")
  @APIResponseSchema(
      value = SecurityEventJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page of events, newest first.")
  public Response listSecurityEvents(
      @QueryParam("rule") @Parameter(example = "mass-exports") @Nullable String rule,
      @QueryParam("who") @Parameter(description = "The id of an account or API key.")
          @Nullable String who,
      @QueryParam("open") @Parameter(description = "true: what nobody has looked into.")
          @Nullable String open,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var found =
        listSecurityEvents.list(
            rule(rule),
            id("who", who),
            Boolean.parseBoolean(open),
            id("cursor", cursor),
            Page.limit(limit));
    var page = SecurityEventJson.PageJson.of(found);
    return Page.of(page, page.nextCursor(), uri);
  }

  @POST
  @Path("{id}/acknowledge")
  @Permitted("audit:read")
  @Operation(
      summary = "Say that somebody has looked into it",
      description = "Who was first stays; doing it again is no error.")
  @APIResponse(responseCode = "200", description = "The event as it is now.")
  public SecurityEventJson acknowledgeSecurityEvent(
      @PathParam("id") UUID id, SecurityEventJson.NoteJson body) {
    try {
      return SecurityEventJson.of(acknowledgeEvent.acknowledge(id, body.note()));
    } catch (NoSuchEvent e) {
      throw Problem.of(ProblemType.NOT_FOUND).exception();
    }
  }

  private static @Nullable AlertRule rule(@Nullable String key) {
    if (key == null || key.isBlank()) {
      return null;
    }
    return AlertRule.find(key.strip())
        .orElseThrow(
            () ->
                Page.badParameter(
                    "rule",
                    "Không có quy tắc này; xem /security-rules.",
                    "There is no such rule; see /security-rules."));
  }

  private static @Nullable UUID id(String name, @Nullable String written) {
    if (written == null || written.isBlank()) {
      return null;
    }
    try {
      return UUID.fromString(written.strip());
    } catch (IllegalArgumentException e) {
      throw Page.badParameter(
          name, name + " phải là một mã UUID.", name + " is a UUID, such as an event shows it.");
    }
  }
}
