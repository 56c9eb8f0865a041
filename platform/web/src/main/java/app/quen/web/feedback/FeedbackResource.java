package app.quen.web.feedback;

import app.quen.access.Permitted;
import app.quen.feedback.ListFeedback;
import app.quen.feedback.ReceiveFeedback;
import app.quen.feedback.RestoreFeedback;
import app.quen.feedback.ReviseFeedback;
import app.quen.feedback.ShowFeedback;
import app.quen.feedback.ShowFeedbackHistory;
import app.quen.feedback.TrashFeedback;
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

@Path("/feedback")
@ApplicationScoped
@Tag(name = "Feedback")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class FeedbackResource {

  @Inject private ReceiveFeedback receiveFeedback;
  @Inject private ShowFeedback showFeedback;
  @Inject private ShowFeedbackHistory showFeedbackHistory;
  @Inject private ReviseFeedback reviseFeedback;
  @Inject private ListFeedback listFeedback;
  @Inject private TrashFeedback trashFeedback;
  @Inject private RestoreFeedback restoreFeedback;
  @Inject private RecordAnswers answers;

  @GET
  @Permitted("feedback:read")
  @Recorded(value = "FeedbackSearched", searches = true)
  @Operation(summary = "List feedback")
  @APIResponseSchema(
      value = FeedbackJson.PageJson.class,
      responseCode = "200",
      responseDescription = "A page.")
  public Response listFeedback(@BeanParam RecordList list, @Context UriInfo uri) {
    var page = listFeedback.list(list.query(), list.cursor, list.size());
    return RecordAnswers.page(page, FeedbackJson.class, uri);
  }

  @POST
  @Permitted("feedback:create")
  @Operation(
      summary = "Add feedback",
      description = "The time is now where absent; complaints and questions begin as open.")
  @APIResponseSchema(
      value = FeedbackJson.class,
      responseCode = "201",
      responseDescription = "As it was stored.")
  public Response receiveFeedback(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey,
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = NewFeedbackJson.class)))
          JsonObject body) {
    return answers.created(
        idempotencyKey,
        body,
        "feedback",
        FeedbackJson.class,
        () -> receiveFeedback.receive(body, answers.source()));
  }

  @GET
  @Path("{id}")
  @Permitted("feedback:read")
  @Operation(summary = "Show feedback")
  @APIResponseSchema(
      value = FeedbackJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response getFeedback(@PathParam("id") UUID id) {
    return answers.of(showFeedback.show(id), FeedbackJson.class);
  }

  @PATCH
  @Path("{id}")
  @Consumes({"application/merge-patch+json", MediaType.APPLICATION_JSON})
  @Permitted("feedback:update")
  @Operation(
      summary = "Change feedback",
      description =
          "A merge patch of the version that If-Match names. 412 brings it as it is now and the"
              + " fields that somebody else changed.")
  @APIResponseSchema(
      value = FeedbackJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response reviseFeedback(
      @PathParam("id") UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = NewFeedbackJson.PatchJson.class)))
          JsonObject body) {
    return answers.revised(
        ifMatch,
        FeedbackJson.class,
        version -> reviseFeedback.revise(id, body, version, answers.source()));
  }

  @DELETE
  @Path("{id}")
  @Permitted("feedback:delete")
  @Operation(
      summary = "Put feedback into the trash",
      description = "From there it can be restored for 30 days. Doing it twice is no error.")
  @APIResponseSchema(
      value = FeedbackJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response trashFeedback(@PathParam("id") UUID id) {
    return answers.of(trashFeedback.trash(id, answers.source()), FeedbackJson.class);
  }

  @POST
  @Path("{id}/restore")
  @Permitted("feedback:delete")
  @Operation(summary = "Take feedback out of the trash")
  @APIResponseSchema(
      value = FeedbackJson.class,
      responseCode = "200",
      responseDescription = "As it is now.")
  public Response restoreFeedback(@PathParam("id") UUID id) {
    return answers.of(restoreFeedback.restore(id, answers.source()), FeedbackJson.class);
  }

  @GET
  @Path("{id}/history")
  @Permitted("feedback:read")
  @Operation(
      summary = "What changed in feedback",
      description = "After it was made, newest first, at most 200 changes.")
  @APIResponse(responseCode = "200", description = "The changes.")
  public RecordHistoryJson feedbackHistory(@PathParam("id") UUID id) {
    return RecordHistoryJson.of(showFeedbackHistory.show(id));
  }
}
