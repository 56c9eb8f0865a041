package app.quen.web.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.ListReceivers;
import app.quen.bulk.PreviewHandOver;
import app.quen.idempotency.Answer;
import app.quen.web.Page;
import app.quen.web.audit.Recorded;
import app.quen.web.request.Once;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/hand-overs")
@ApplicationScoped
@Tag(name = "Bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HandOverResource {

  @Inject private PreviewHandOver previewHandOver;
  @Inject private ListReceivers listReceivers;
  @Inject private BulkAnswers answers;
  @Inject private Once once;

  @POST
  @Permitted("record:handover")
  @Recorded("HandOverPreviewed")
  @Operation(
      summary = "See who would get what of somebody who leaves or moves",
      description =
          "Their customers, open tasks and open feedback. Nothing is changed before it is started."
              + " It is started, watched, cancelled and undone at /bulk/{id}, like a bulk edit.")
  @APIResponseSchema(
      value = BulkJson.class,
      responseCode = "201",
      responseDescription = "The draft, with its preview.")
  public Response previewHandOver(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, HandOverJson.NewJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var draft = answers.of(previewHandOver.preview(body.toPlan()));
          return new Answer(201, "/api/v1/bulk/" + draft.id(), null, Once.text(draft));
        });
  }

  @GET
  @Permitted("customer:read")
  @Operation(
      summary = "The hand-overs by which one got something oneself",
      description = "Also those that run; the last first, at most 50.")
  @APIResponse(responseCode = "200", description = "All of them.")
  public HandOverJson.ReceivedJson listHandOvers() {
    return HandOverJson.ReceivedJson.of(listReceivers.own());
  }

  @GET
  @Path("{id}/receivers")
  @Permitted("customer:read")
  @Operation(summary = "Who gets how much by a hand-over")
  @APIResponse(responseCode = "200", description = "Everybody who gets something.")
  public HandOverJson.ReceiversJson listReceivers(@PathParam("id") UUID id) {
    return HandOverJson.ReceiversJson.of(listReceivers.all(id));
  }

  @GET
  @Path("{id}/receivers/{member}")
  @Permitted("customer:read")
  @Operation(
      summary = "What one member gets by a hand-over",
      description = "For who sees the run, and for that member.")
  @APIResponseSchema(
      value = HandOverJson.HandedPageJson.class,
      responseCode = "200",
      responseDescription = "A page of the list.")
  public Response listHandedRecords(
      @PathParam("id") UUID id,
      @PathParam("member") UUID member,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable UUID cursor,
      @Context UriInfo uri) {
    var page =
        HandOverJson.HandedPageJson.of(listReceivers.list(id, member, cursor, Page.limit(limit)));
    return Page.of(page, page.nextCursor(), uri);
  }
}
