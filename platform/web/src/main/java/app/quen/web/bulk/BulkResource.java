package app.quen.web.bulk;

import app.quen.access.Permitted;
import app.quen.bulk.CancelBulk;
import app.quen.bulk.ListBulks;
import app.quen.bulk.ListNotes;
import app.quen.bulk.PreviewBulk;
import app.quen.bulk.ShowBulk;
import app.quen.bulk.StartBulk;
import app.quen.bulk.UndoBulk;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/bulk")
@ApplicationScoped
@Tag(name = "Bulk")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BulkResource {

  @Inject private PreviewBulk previewBulk;
  @Inject private StartBulk startBulk;
  @Inject private ShowBulk showBulk;
  @Inject private ListBulks listBulks;
  @Inject private CancelBulk cancelBulk;
  @Inject private UndoBulk undoBulk;
  @Inject private ListNotes listNotes;
  @Inject private BulkAnswers answers;
  @Inject private Once once;

  @POST
  @Permitted("customer:update")
  @Recorded("BulkPreviewed")
  @Operation(
      summary = "See what a change of many would do",
      description = "Counts, samples and refusals. Nothing is changed before it is started.")
  @APIResponseSchema(
      value = BulkJson.class,
      responseCode = "201",
      responseDescription = "The draft, with its preview.")
  public Response previewBulk(
      @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey, NewBulkJson body) {
    return once.answer(
        idempotencyKey,
        body.toString(),
        () -> {
          var draft = answers.of(previewBulk.preview(body.toPlan()));
          return new Answer(201, "/api/v1/bulk/" + draft.id(), null, Once.text(draft));
        });
  }

  @GET
  @Permitted("customer:update")
  @Operation(
      summary = "The last bulk edits and undoings",
      description =
          "What the caller began in the last 30 days, as long as it can be undone; at most 50, the"
              + " last first, without drafts. What undoings kept is at /bulk/{id}/notes.")
  @APIResponse(responseCode = "200", description = "All of them.")
  public BulkJson.ListJson listBulk(
      @Parameter(
              description =
                  "The id of a bulk edit or an import: only what undoes it, whoever began that.")
          @QueryParam("of")
          @Nullable UUID of) {
    return new BulkJson.ListJson(listBulks.list(of).stream().map(answers::listed).toList());
  }

  @GET
  @Path("{id}")
  @Permitted("customer:update")
  @Operation(summary = "A bulk edit or an undoing, and how far it is")
  @APIResponse(responseCode = "200", description = "As it is now.")
  public BulkJson getBulk(@PathParam("id") UUID id) {
    return answers.of(showBulk.show(id));
  }

  @POST
  @Path("{id}/start")
  @Permitted("customer:update")
  @Recorded(value = "BulkStarted", record = "bulk")
  @Operation(
      summary = "Start a bulk edit",
      description = "A draft, or one that failed, which goes on where it stopped.")
  @APIResponseSchema(
      value = BulkJson.class,
      responseCode = "202",
      responseDescription = "The job is on its way.")
  public Response startBulk(@PathParam("id") UUID id) {
    return Response.accepted(answers.of(startBulk.start(id))).build();
  }

  @POST
  @Path("{id}/cancel")
  @Permitted("customer:update")
  @Recorded(value = "BulkCancelled", record = "bulk")
  @Operation(summary = "Stop a bulk edit or an undoing", description = "What is done stays.")
  @APIResponseSchema(
      value = BulkJson.class,
      responseCode = "202",
      responseDescription = "As it is now.")
  public Response cancelBulk(@PathParam("id") UUID id) {
    return Response.accepted(answers.of(cancelBulk.cancel(id))).build();
  }

  @POST
  @Path("{id}/undo")
  @Permitted("customer:update")
  @Recorded(value = "BulkUndone", record = "bulk")
  @Operation(
      summary = "Undo a bulk edit",
      description =
          "Within 30 days. Values return to what they were, unless they were changed since; those"
              + " are listed. Asked again, it answers with the same job.")
  @APIResponseSchema(
      value = BulkJson.class,
      responseCode = "202",
      responseDescription = "The job that undoes it.")
  public Response undoBulk(@PathParam("id") UUID id) {
    return Response.accepted(answers.of(undoBulk.undo(id))).build();
  }

  @GET
  @Path("{id}/notes")
  @Permitted("customer:update")
  @Operation(summary = "What was left alone, and why")
  @APIResponseSchema(
      value = BulkJson.NotesJson.class,
      responseCode = "200",
      responseDescription = "A page.")
  public Response listBulkNotes(
      @PathParam("id") UUID id,
      @QueryParam("limit") @Nullable String limit,
      @QueryParam("cursor") @Nullable String cursor,
      @Context UriInfo uri) {
    var page = listNotes.list(id, cursor, Page.limit(limit));
    var items =
        page.items().stream().map(note -> BulkJson.NoteJson.of(note, answers.language())).toList();
    return Page.of(new BulkJson.NotesJson(items, page.nextCursor()), page.nextCursor(), uri);
  }
}
