package app.quen.web.interaction;

import app.quen.access.Permitted;
import app.quen.interaction.ListInteractions;
import app.quen.interaction.RecordInteraction;
import app.quen.interaction.RestoreInteraction;
import app.quen.interaction.ReviseInteraction;
import app.quen.interaction.ShowInteraction;
import app.quen.interaction.ShowInteractionHistory;
import app.quen.interaction.TrashInteraction;
import app.quen.web.audit.Recorded;
import app.quen.web.record.RecordAnswers;
import app.quen.web.record.RecordHistoryJson;
import app.quen.web.record.RecordList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/interactions")
@ApplicationScoped
@Tag(name = "Interactions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InteractionResource {

  @Inject private RecordInteraction recordInteraction;
  @Inject private ShowInteraction showInteraction;
  @Inject private ShowInteractionHistory showInteractionHistory;
  @Inject private ReviseInteraction reviseInteraction;
  @Inject private ListInteractions listInteractions;
  @Inject private TrashInteraction trashInteraction;
  @Inject private RestoreInteraction restoreInteraction;
  @Inject private RecordAnswers answers;

  @GET
  @Permitted("interaction:read")
  @Recorded(value = "InteractionsSearched", searches = true)
  @Operation(summary = "List interactions")
  @APIResponseSchema(
      value = InteractionJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page.")
  public Response listInteractions(@BeanParam RecordList list, @Context UriInfo uri) {
    var page = listInteractions.list(list.query(), list.cursor, list.size());
    return RecordAnswers.page(page, InteractionJson.class, uri);
  }

  @POST
  @Permitted("interaction:create")
  @Operation(
      summary = "Add an interaction",
      description = "The time is now and the member who asks, where absent.")
  @APIResponseSchema(
      value = InteractionJson.class,
      responseCode = "201",
      responseDescription = "As it was stored.")
  public Response recordInteraction(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewInteractionJson.class)))
          JsonObject body) {
    return answers.created(
        idempotencyKey,
        body,
        "interactions",
        InteractionJson.class,
        () -> recordInteraction.record(body, answers.source()));
  }

  @GET
  @Path("{id}")
  @Permitted("interaction:read")
  @Operation(summary = "Show an interaction")
  @APIResponseSchema(
      value = InteractionJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response getInteraction(@PathParam("id") UUID id) {
    return answers.of(showInteraction.show(id), InteractionJson.class);
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("interaction:update")
  @Operation(
      summary = "Change an interaction",
      description =
          "A merge patch of the version that If-Match names. 412 brings it as it is now and the"
              + " fields that somebody else changed.")
  @APIResponseSchema(
      value = InteractionJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response reviseInteraction(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = NewInteractionJson.PatchJson.class)))
          JsonObject body) {
    return answers.revised(
        ifMatch,
        InteractionJson.class,
        version -> reviseInteraction.revise(id, body, version, answers.source()));
  }

  @DELETE
  @Path("{id}")
  @Permitted("interaction:delete")
  @Operation(
      summary = "Put an interaction into the trash",
      description = "From there it can be restored for 30 days. Doing it twice is no error.")
  @APIResponseSchema(
      value = InteractionJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response trashInteraction(@PathParam("id") UUID id) {
    return answers.of(trashInteraction.trash(id, answers.source()), InteractionJson.class);
  }

  @POST
  @Path("{id}/restore")
  @Permitted("interaction:delete")
  @Operation(summary = "Take an interaction out of the trash")
  @APIResponseSchema(
      value = InteractionJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response restoreInteraction(@PathParam("id") UUID id) {
    return answers.of(restoreInteraction.restore(id, answers.source()), InteractionJson.class);
  }

  @GET
  @Path("{id}/history")
  @Permitted("interaction:read")
  @Operation(
      summary = "What changed in an interaction",
      description = "After it was made, newest first, at most 200 changes.")
  @APIResponse(responseCode = "200", description = "The changes.")
  public RecordHistoryJson interactionHistory(@PathParam("id") UUID id) {
    return RecordHistoryJson.of(showInteractionHistory.show(id));
  }
}
